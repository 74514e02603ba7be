package dev.supportlink.secret;

import java.util.List;

/** Hashes generated values (256 random bits) with keys that live outside the database. */
public interface KeyedHasher {

    /** The hash under the primary key, for storing. {@code purpose} separates uses: a token never equals a password. */
    KeyedHash hash(String purpose, Secret value);

    /** The hash under every key of the keyset, the primary first, for looking up. */
    List<KeyedHash> candidates(String purpose, Secret value);

    /** Whether {@code value} has this hash; constant time. */
    boolean matches(String purpose, Secret value, KeyedHash stored);
}
