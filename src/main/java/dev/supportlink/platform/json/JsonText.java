package dev.supportlink.platform.json;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;

/** Looks through JSON text event by event, without recursion, before anything that recurses reads it. */
public final class JsonText {

    private JsonText() {}

    /**
     * Whether the text is nested no deeper than {@code most}; throws JsonException for text that is no JSON from its
     * first to its last byte.
     */
    public static boolean isFlatterThan(int most, byte[] text) {
        int depth = 0;
        try (JsonParser parser = Json.createParser(new ByteArrayInputStream(text))) {
            while (parser.hasNext()) {
                depth += step(parser.next());
                if (depth > most) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int step(JsonParser.Event event) {
        return switch (event) {
            case START_OBJECT, START_ARRAY -> 1;
            case END_OBJECT, END_ARRAY -> -1;
            default -> 0;
        };
    }
}
