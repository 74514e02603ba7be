package dev.supportlink.secret;

/**
 * HMAC-SHA-256 of a generated value, as 64 lower-case hex digits, with the id of the key that made it.
 *
 * @param keyId of the key in the keyset
 */
public record KeyedHash(int keyId, String hex) {}
