package dev.supportlink.inbound;

import dev.supportlink.secret.KeyedHash;
import java.time.Instant;

/**
 * What a token is found by: eight hex digits for the second at which it ends, then the 64 of its keyed hash. Tokens that
 * end together so lie together, and the purge of a great many finds them all in one place.
 *
 * @param keyId of the key in the keyset
 */
public record TokenHash(int keyId, String text) {

    /** Of a new token. */
    public static TokenHash of(Instant end, KeyedHash hash) {
        return new TokenHash(hash.keyId(), TokenText.prefix(end) + hash.hex());
    }

    /** In front of the text of every token that ends in this second or later. */
    public static String before(Instant end) {
        return TokenText.prefix(end);
    }
}
