package dev.supportlink.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.platform.problem.Problem;
import dev.supportlink.platform.problem.ProblemType;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldJunit5Extension;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WeldJunit5Extension.class)
class ErrorShapesTest {

    /** Stands for a feature's own shape. */
    static class TestShape implements ErrorShape {

        @Override
        public String pathPrefix() {
            return "/other";
        }

        @Override
        public ErrorBody body(Problem problem, String instance) {
            return new ErrorBody("application/json", Collections.singletonMap("detail", null));
        }

        @Override
        public int status(Problem problem) {
            return 422;
        }

        @Override
        public Map<String, String> headers(Problem problem) {
            return Map.of("X-Test", "yes");
        }
    }

    @WeldSetup
    WeldInitiator weld = WeldInitiator.of(ErrorShapes.class, ProblemShape.class, TestShape.class);

    @ParameterizedTest
    @ValueSource(strings = {"/admin/v1/users", "/nowhere", "/", "", "*"})
    void everyPathWithoutAShapeOfItsOwnGetsProblemDetails(String path) {
        ErrorAnswer answer = answer(Problem.of(ProblemType.NOT_FOUND, "Nothing here."), path);

        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
        assertThat(answer.status()).isEqualTo(404);
        JsonObject body = json(answer);
        assertThat(body.keySet()).containsExactly("type", "title", "status", "detail", "instance", "requestId");
        assertThat(body.getString("type")).isEqualTo("urn:supportlink:problem:not-found");
        assertThat(body.getString("instance")).isEqualTo(path);
    }

    @Test
    void longestPrefixChoosesTheShape() {
        ErrorAnswer answer = answer(Problem.of(ProblemType.NOT_FOUND, "Nothing here."), "/other/thing");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.headers()).containsEntry("X-Test", "yes");
        assertThat(answer.json()).isEqualTo("{\"detail\":null}");
    }

    @Test
    void fieldErrorsStandInTheProblem() {
        Problem invalid = Problem.of(new InvalidInput(List.of(new FieldError("name", "is required"))));

        JsonObject error =
                json(answer(invalid, "/admin/v1/users")).getJsonArray("errors").getJsonObject(0);

        assertThat(error.getString("field")).isEqualTo("name");
        assertThat(error.getString("message")).isEqualTo("is required");
    }

    @Test
    void extensionsNeverReplaceTheStandardMembers() {
        Problem problem = new Problem(
                ProblemType.CONFLICT, "No.", List.of(), Map.of("status", 200, "remedy", Map.of("text", "Wait")), null);

        JsonObject body = json(answer(problem, "/admin"));

        assertThat(body.getInt("status")).isEqualTo(409);
        assertThat(body.getJsonObject("remedy").getString("text")).isEqualTo("Wait");
    }

    @Test
    void retryAfterIsRoundedUpInEveryShape() {
        Problem busy = new Problem(ProblemType.THROTTLED, "Wait.", List.of(), Map.of(), Duration.ofMillis(1001));

        assertThat(answer(busy, "/admin").headers()).containsEntry("Retry-After", "2");
        assertThat(answer(busy, "/other").headers()).containsEntry("Retry-After", "2");
    }

    @Test
    void signInIsAskedForByBasic() {
        assertThat(answer(Problem.of(ProblemType.UNAUTHENTICATED, "Sign in."), "/admin")
                        .headers())
                .containsEntry("WWW-Authenticate", "Basic realm=\"SupportLink\", charset=\"UTF-8\"");
    }

    private ErrorAnswer answer(Problem problem, String path) {
        return weld.select(ErrorShapes.class).get().answer(problem, path);
    }

    private static JsonObject json(ErrorAnswer answer) {
        return Json.createReader(new StringReader(answer.json())).readObject();
    }
}
