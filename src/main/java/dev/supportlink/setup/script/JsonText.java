package dev.supportlink.setup.script;

import jakarta.json.JsonValue;

/** Writes JSON in ASCII, and without a single quote, so that it reads well between a shell's quotes. */
final class JsonText {

    private JsonText() {}

    /** Only strings can hold what is replaced here, so the number means the same there. */
    static String of(JsonValue value) {
        StringBuilder text = new StringBuilder();
        for (char unit : value.toString().toCharArray()) {
            if (PlainText.printable(unit) && "'<>&".indexOf(unit) < 0) {
                text.append(unit);
            } else {
                text.append(String.format("\\u%04x", (int) unit));
            }
        }
        return text.toString();
    }
}
