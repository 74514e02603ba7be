package dev.supportlink.setup.script;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads PowerShell as its language specification and tokenizer do, as far as the scripts use it: comments, single-quoted
 * strings with all five quotes, and everything else character by character.
 */
final class PowerShellReader {

    private static final String SINGLE_QUOTES = "'\u2018\u2019\u201a\u201b";

    private final String text;
    private int at;

    private PowerShellReader(String text) {
        this.text = text;
    }

    /** A piece of a script: code as it stands, or the value of a string. */
    record Token(boolean string, String text) {}

    /** The tokens of a script, comments left out, blanks in code run together. */
    static List<Token> tokens(String script) {
        return new PowerShellReader(script).all();
    }

    /** The value of a string expression: one string, or a sum of strings and characters between parentheses. */
    static String string(String expression) {
        PowerShellReader reader = new PowerShellReader(expression);
        String value = reader.peek('(') ? reader.sum() : reader.quoted();
        if (reader.at != expression.length()) {
            throw new AssertionError("The expression ends early: " + expression);
        }
        return value;
    }

    private String sum() {
        at++;
        StringBuilder value = new StringBuilder(quoted());
        while (!peek(')')) {
            expect(" + ");
            value.append(peek('[') ? character() : quoted());
        }
        at++;
        return value.toString();
    }

    private String character() {
        expect("[char]0x");
        String hex = text.substring(at, at + 4);
        at += 4;
        return String.valueOf((char) Integer.parseInt(hex, 16));
    }

    private String quoted() {
        if (!isQuote(text.charAt(at))) {
            throw new AssertionError("No string at " + at + ": " + text);
        }
        StringBuilder value = new StringBuilder();
        for (at++; ; at++) {
            char unit = text.charAt(at);
            if (isQuote(unit)) {
                boolean doubled = at + 1 < text.length() && isQuote(text.charAt(at + 1));
                if (!doubled) {
                    at++;
                    return value.toString();
                }
                at++;
            }
            value.append(unit);
        }
    }

    private List<Token> all() {
        List<Token> tokens = new ArrayList<>();
        StringBuilder code = new StringBuilder();
        while (at < text.length()) {
            char unit = text.charAt(at);
            if (isQuote(unit)) {
                add(tokens, code);
                tokens.add(new Token(true, quoted()));
            } else if (unit == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (unit == '"' || unit == '`') {
                throw new AssertionError("The scripts use neither double quotes nor backticks, but at " + at);
            } else {
                code.append(unit);
                at++;
            }
        }
        add(tokens, code);
        return tokens;
    }

    private static void add(List<Token> tokens, StringBuilder code) {
        String text = code.toString().strip().replaceAll("\\s+", " ");
        code.setLength(0);
        if (!text.isEmpty()) {
            tokens.add(new Token(false, text));
        }
    }

    private void expect(String wanted) {
        if (!text.startsWith(wanted, at)) {
            throw new AssertionError("Expected " + wanted + " at " + at + ": " + text);
        }
        at += wanted.length();
    }

    private boolean peek(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    private static boolean isQuote(char unit) {
        return SINGLE_QUOTES.indexOf(unit) >= 0;
    }
}
