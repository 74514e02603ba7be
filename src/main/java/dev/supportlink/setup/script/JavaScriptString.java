package dev.supportlink.setup.script;

/** Quotes a value as a string literal of JavaScript as old as ES3, which is what an instance's Rhino understands. */
public final class JavaScriptString {

    private static final String KEPT =
            " !#%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~";

    private JavaScriptString() {}

    /**
     * The value between single quotes. Whatever could end the literal, a comment around it, an element of a page or a
     * template of the platform stands as its number.
     */
    public static Literal of(String value) {
        StringBuilder text = new StringBuilder("'");
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            boolean endsComment = unit == '/' && i > 0 && value.charAt(i - 1) == '*';
            if (KEPT.indexOf(unit) >= 0 && !endsComment) {
                text.append(unit);
            } else {
                text.append(String.format("\\u%04X", (int) unit));
            }
        }
        return new Literal(text.append("'").toString());
    }
}
