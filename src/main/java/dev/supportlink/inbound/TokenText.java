package dev.supportlink.inbound;

import dev.supportlink.secret.Secret;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The text of a token: the second at which it ends, as eight hex digits, then 256 random bits. The end is no secret, and
 * proves nothing: it says where the token's row lies, and the row says when the token ends.
 */
final class TokenText {

    /** Tokens that were issued before their text told the end; they are kept in front of all others. */
    private static final String NO_END = "00000000";

    private static final int END_LENGTH = NO_END.length();
    private static final int RANDOM_LENGTH = 43;
    private static final Pattern WITH_END = Pattern.compile("[0-9a-f]{8}[A-Za-z0-9_-]{43}");

    private TokenText() {}

    /** The text of a new token. */
    static Secret endingAt(Instant end) {
        return Secret.of(prefix(end) + Secret.generate().reveal());
    }

    /** Whether a text has the length of a token; any other needs no look. */
    static boolean mayBeOne(String text) {
        return text.length() == END_LENGTH + RANDOM_LENGTH || text.length() == RANDOM_LENGTH;
    }

    /** What the key of the token's row begins with. */
    static String prefix(Secret token) {
        String text = token.reveal();
        return WITH_END.matcher(text).matches() ? text.substring(0, END_LENGTH) : NO_END;
    }

    /** The same for an end: in the order of time, until the year 2106. */
    static String prefix(Instant end) {
        return HexFormat.of().toHexDigits((int) end.getEpochSecond());
    }
}
