package dev.supportlink.setup.script;

/** Reads a string literal by the grammar of ECMAScript 5, section 7.8.4, as far as a literal may use it here. */
final class JavaScriptReader {

    private JavaScriptReader() {}

    static String string(String literal) {
        char quote = literal.charAt(0);
        if (quote != '\'' && quote != '"') {
            throw new AssertionError("No string literal: " + literal);
        }
        StringBuilder value = new StringBuilder();
        int at = 1;
        while (literal.charAt(at) != quote) {
            char unit = literal.charAt(at++);
            if (unit == '\n' || unit == '\r' || unit == '\u2028' || unit == '\u2029') {
                throw new AssertionError("A line ends inside the literal: " + literal);
            }
            if (unit != '\\') {
                value.append(unit);
                continue;
            }
            char kind = literal.charAt(at++);
            switch (kind) {
                case 'u' -> {
                    value.append((char) Integer.parseInt(literal.substring(at, at + 4), 16));
                    at += 4;
                }
                case 'n' -> value.append('\n');
                case 't' -> value.append('\t');
                case '\\', '\'', '"', '/' -> value.append(kind);
                default -> throw new AssertionError("An escape that is not expected: " + literal);
            }
        }
        if (at != literal.length() - 1) {
            throw new AssertionError("The literal ends early: " + literal);
        }
        return value.toString();
    }
}
