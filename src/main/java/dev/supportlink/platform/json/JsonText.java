package dev.supportlink.platform.json;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;

/** Looks through JSON text event by event, without recursion, before anything that recurses reads it. */
public final class JsonText {

    /** Far more than any number of ours has; JSON readers refuse very long ones with an exception of their own. */
    private static final int LONGEST_NUMBER = 100;

    private JsonText() {}

    /**
     * Whether the text is nested no deeper than {@code most} and has no overlong number; throws JsonException for text
     * that is no JSON from its first to its last byte.
     */
    public static boolean isModest(int most, byte[] text) {
        int depth = 0;
        try (JsonParser parser = Json.createParser(new ByteArrayInputStream(text))) {
            while (parser.hasNext()) {
                JsonParser.Event event = parser.next();
                depth += step(event);
                if (depth > most || (event == JsonParser.Event.VALUE_NUMBER && isOverlong(parser))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isOverlong(JsonParser parser) {
        return parser.getString().length() > LONGEST_NUMBER;
    }

    private static int step(JsonParser.Event event) {
        return switch (event) {
            case START_OBJECT, START_ARRAY -> 1;
            case END_OBJECT, END_ARRAY -> -1;
            default -> 0;
        };
    }
}
