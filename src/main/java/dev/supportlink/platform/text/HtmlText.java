package dev.supportlink.platform.text;

/** Puts any text into a page, so that it is shown and never read as markup: in an element or in a quoted attribute. */
public final class HtmlText {

    private static final int NOT_SHOWABLE = 0xFFFD;

    private HtmlText() {}

    /** The text with every character that means something in HTML or XML escaped; what no page may hold is replaced. */
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
        return !Character.isISOControl(next) && !surrogate && !nonCharacter;
    }
}
