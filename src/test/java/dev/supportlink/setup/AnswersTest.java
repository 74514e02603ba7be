package dev.supportlink.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.InvalidInput;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

    @Test
    void gathersEverythingThatIsWrong() {
        Answers answers = answers("{'flag':'yes','date':'31.12.2027','extra':1}");

        answers.flag("flag", true);
        answers.date("date", true);
        answers.text("name", true, "must be a name", Optional::of);

        assertThat(errors(answers)).extracting(FieldError::field).containsExactly("flag", "date", "name", "extra");
    }

    @Test
    void neverKeepsASecret() {
        Answers answers = answers("{'clientSecret':'very-secret','clientId':'abc','nothing':null}");
        answers.secret("clientSecret", true, "must be the secret");
        answers.text("clientId", true, "must be an id", Optional::of);

        assertThat(answers.kept()).isEqualTo(json("{'clientId':'abc'}"));
    }

    @Test
    void neverRepeatsAWrongSecret() {
        Answers answers = answers("{'clientSecret':' very-secret '}");
        answers.secret("clientSecret", true, "must be the secret");

        assertThat(errors(answers).toString()).contains("clientSecret").doesNotContain("very-secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "' x'", "'x '", "'a\\nb'", "5", "{}", "[]", "true"})
    void refusesWhatIsNoSecret(String value) {
        Answers answers = answers("{'clientSecret':" + value + "}");
        answers.secret("clientSecret", true, "must be the secret");

        assertThat(errors(answers)).extracting(FieldError::field).containsExactly("clientSecret");
    }

    @Test
    void keepsPlusAndPercentInASecret() {
        Answers answers = answers("{'clientSecret':'a+b%20&~ü'}");

        assertThat(answers.secret("clientSecret", true, "form").orElseThrow().reveal())
                .isEqualTo("a+b%20&~ü");
    }

    @Test
    void aBlankTextIsMissing() {
        Answers answers = answers("{'name':'  '}");
        answers.text("name", true, "must be a name", Optional::of);

        assertThat(errors(answers)).extracting(FieldError::message).containsExactly("is missing; must be a name");
    }

    private static List<FieldError> errors(Answers answers) {
        try {
            answers.finish();
            return List.of();
        } catch (InvalidInput wrong) {
            return wrong.errors();
        }
    }

    private static Answers answers(String text) {
        return new Answers(json(text));
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readObject();
    }

    @Test
    void goodAnswersFinish() {
        Answers answers = answers("{'flag':true}");

        assertThat(answers.flag("flag", true)).contains(true);
        assertThatThrownBy(() -> answers("{'flag':true}").finish()).isInstanceOf(InvalidInput.class);
        answers.finish();
    }
}
