package dev.supportlink.platform.http;

import org.jspecify.annotations.Nullable;

/** Query strings as they really arrive: people type into curl what should have been escaped. */
final class QueryString {

    private static final String ALLOWED = "-._~!$&'()*+,;=:@/?%";

    private QueryString() {}

    /** Whether a % in it does not begin an escape. */
    static boolean isBroken(@Nullable String query) {
        return query != null && query.matches("(?s).*%(?![0-9a-fA-F]{2}).*");
    }

    /** The same with every character escaped that must be. */
    static String escaped(String query) {
        StringBuilder result = new StringBuilder(query.length());
        query.chars().forEach(next -> append(result, (char) next));
        return result.toString();
    }

    /** The container gives one character for each byte. */
    private static void append(StringBuilder result, char next) {
        boolean plain = next < 0x80 && (Character.isLetterOrDigit(next) || ALLOWED.indexOf(next) >= 0);
        if (plain) {
            result.append(next);
        } else {
            result.append(String.format("%%%02X", (int) next & 0xFF));
        }
    }
}
