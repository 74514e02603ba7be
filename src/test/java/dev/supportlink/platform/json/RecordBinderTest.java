package dev.supportlink.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.platform.text.Word;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordBinderTest {

    enum Colour implements Word {
        DARK_RED,
        BLUE
    }

    record Leaf(String name, int size) {
        Leaf {
            if (size < 0) {
                throw new IllegalArgumentException("must not be negative");
            }
        }
    }

    record Everything(
            String text,
            boolean flag,
            long number,
            Instant at,
            LocalDate day,
            Duration length,
            Colour colour,
            List<Leaf> leaves,
            Set<String> names,
            Map<String, Object> any,
            JsonObject raw,
            @Nullable String missing) {}

    record Small(
            String name,
            @Nullable Integer age,
            @Nullable List<Leaf> leaves,
            @Nullable Colour colour) {}

    record Picky(String name) {
        Picky {
            if (name.isBlank()) {
                throw new InvalidInput("name", "must not be blank");
            }
        }
    }

    record Holder(Picky picky, Leaf leaf) {}

    @Test
    void bindsEveryKindOfValue() {
        Everything all = RecordBinder.bind(
                Everything.class,
                json("{'text':'x','flag':true,'number':9007199254740993,'at':'2026-01-31T12:00:00Z','day':'2026-01-31',"
                        + "'length':'PT30S','colour':'dark-red','leaves':[{'name':'l','size':1}],'names':['b','a'],"
                        + "'any':{'n':1.5,'l':[true,null],'o':{}},'raw':{'r':1}}"));

        assertThat(all.text()).isEqualTo("x");
        assertThat(all.flag()).isTrue();
        assertThat(all.number()).isEqualTo(9007199254740993L);
        assertThat(all.at()).isEqualTo("2026-01-31T12:00:00Z");
        assertThat(all.day()).isEqualTo("2026-01-31");
        assertThat(all.length()).isEqualTo(Duration.ofSeconds(30));
        assertThat(all.colour()).isEqualTo(Colour.DARK_RED);
        assertThat(all.leaves()).containsExactly(new Leaf("l", 1));
        assertThat(all.names()).containsExactly("b", "a");
        assertThat(all.any())
                .isEqualTo(Map.of("n", new BigDecimal("1.5"), "l", Arrays.asList(true, null), "o", Map.of()));
        assertThat(all.raw().getInt("r")).isEqualTo(1);
        assertThat(all.missing()).isNull();
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        assertThat(
                        errors(
                                Small.class,
                                "{'nam':'x','age':'3','colour':'green','leaves':[{'name':5,'size':1},7,null,{'name':'a','size':1.5}]}"))
                .containsExactlyInAnyOrder(
                        new FieldError("nam", "is not known here"),
                        new FieldError("name", "is required"),
                        new FieldError("age", "must be a whole number"),
                        new FieldError("colour", "must be one of dark-red, blue"),
                        new FieldError("leaves[0].name", "must be text"),
                        new FieldError("leaves[1]", "must be an object"),
                        new FieldError("leaves[2]", "must not be null"),
                        new FieldError("leaves[3].size", "must be a whole number"));
    }

    @Test
    void nullIsAsMissing() {
        assertThat(errors(Small.class, "{'name':null}")).containsExactly(new FieldError("name", "is required"));
        assertThat(RecordBinder.bind(Small.class, json("{'name':'x','age':null}")))
                .isEqualTo(new Small("x", null, null, null));
    }

    @Test
    void numbersBeyondTheTypeAreRefusedCheaply() {
        assertThat(errors(Small.class, "{'name':'x','age':2147483648}")).hasSize(1);
        assertThat(errors(Small.class, "{'name':'x','age':1e999999999}")).hasSize(1);
    }

    @Test
    void whatTheRecordItselfRefusesIsToldAtItsPlace() {
        assertThat(errors(Holder.class, "{'picky':{'name':' '},'leaf':{'name':'l','size':-1}}"))
                .containsExactlyInAnyOrder(
                        new FieldError("picky.name", "must not be blank"),
                        new FieldError("leaf", "must not be negative"));
    }

    @Test
    void endlessNamesAreNotRepeatedInFull() {
        FieldError error =
                errors(Picky.class, "{'name':'x','" + "y".repeat(5000) + "':1}").get(0);

        assertThat(error.field()).hasSize(100);
    }

    private static List<FieldError> errors(Class<?> type, String text) {
        return catchThrowableOfType(InvalidInput.class, () -> RecordBinder.bind(type, json(text)))
                .errors();
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readObject();
    }
}
