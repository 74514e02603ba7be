package dev.supportlink.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.platform.http.JsonbSetup;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.platform.text.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public class RecordSerializerTest {

    public enum Colour implements Word {
        DARK_RED
    }

    public record View(
            String zebra,
            @Nullable String apple,
            Colour colour,
            Instant at,
            Duration length,
            List<Inner> inner,
            Map<String, Object> map) {}

    public record Inner(int n) {}

    @Test
    void membersKeepTheirOrderAndNullStays() {
        View view = new View(
                "z",
                null,
                Colour.DARK_RED,
                Instant.parse("2026-01-31T12:00:00Z"),
                Duration.ofSeconds(90),
                List.of(new Inner(1), new Inner(1)),
                Map.of("k", new Inner(2)));

        assertThat(json(view))
                .isEqualTo("{\"zebra\":\"z\",\"apple\":null,\"colour\":\"dark-red\",\"at\":\"2026-01-31T12:00:00Z\","
                        + "\"length\":\"PT1M30S\",\"inner\":[{\"n\":1},{\"n\":1}],\"map\":{\"k\":{\"n\":2}}}");
    }

    @Test
    void lastPageHasNoNextCursor() {
        assertThat(json(new Slice<>(List.of(new Inner(1)), null)))
                .isEqualTo("{\"items\":[{\"n\":1}],\"nextCursor\":null}");
    }

    private static String json(Object view) {
        return new JsonbSetup().getContext(view.getClass()).toJson(view);
    }
}
