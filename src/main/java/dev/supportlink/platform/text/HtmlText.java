package dev.supportlink.platform.text;

/**
 * Puts any text into a page, so that it is shown in its own order and never read as markup: in an element or in a quoted
 * attribute.
 */
public final class HtmlText {

    private static final int NOT_SHOWABLE = 0xFFFD;

    private HtmlText() {}

    /**
     * The text with every character that means something in HTML or XML escaped; what no page may hold, and what turns the
     * text around it, is replaced.
     */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(next -> append(escaped, next));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int next) {
        switch (next) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            // Readers of pages make one line end of all of them unless they are escaped.
            case '\r', '\n', '\t' -> escaped.append("&#").append(next).append(';');
            default -> escaped.appendCodePoint(isShowable(next) ? next : NOT_SHOWABLE);
        }
    }

    private static boolean isShowable(int next) {
        boolean surrogate = next >= Character.MIN_SURROGATE && next <= Character.MAX_SURROGATE;
        boolean nonCharacter = (next & 0xFFFE) == 0xFFFE;
        return !Character.isISOControl(next) && !surrogate && !nonCharacter && !turnsText(next);
    }

    /** The directional marks, embeddings, overrides and isolates of Unicode. */
    private static boolean turnsText(int next) {
        return next == 0x061C
                || next == 0x200E
                || next == 0x200F
                || (next >= 0x202A && next <= 0x202E)
                || (next >= 0x2066 && next <= 0x2069);
    }
}
