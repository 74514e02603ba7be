package dev.supportlink.setup.script;

import java.nio.charset.StandardCharsets;

/** Quotes a value as one word of a bash script. */
public final class BashWord {

    private BashWord() {}

    /**
     * The value between single quotes; with other than printable ASCII in it between {@code $'} and {@code '}, as octal
     * bytes of UTF-8, so that no terminal acts on a control character. IllegalArgumentException for NUL, which no word
     * can hold.
     */
    public static Literal of(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A word of bash cannot hold NUL.");
        }
        return PlainText.allPrintable(value)
                ? new Literal("'" + value.replace("'", "'\\''") + "'")
                : new Literal("$'" + escaped(value) + "'");
    }

    private static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        for (byte unit : value.getBytes(StandardCharsets.UTF_8)) {
            int code = unit & 0xff;
            // An exclamation mark between $' and ' still is history to some interactive shells.
            if (PlainText.printable(code) && "'\\!".indexOf(code) < 0) {
                text.append((char) code);
            } else {
                text.append('\\').append(String.format("%03o", code));
            }
        }
        return text.toString();
    }
}
