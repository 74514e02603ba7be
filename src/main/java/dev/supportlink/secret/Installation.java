package dev.supportlink.secret;

import java.time.Instant;

/**
 * What the database remembers of the installation it belongs to.
 *
 * @param sandbox whether it was made with {@code supportlink.sandbox=true}
 * @param keysetFingerprint tells whether a keyset is the one its secrets were sealed with
 */
public record Installation(boolean sandbox, String keysetFingerprint, Instant createdAt) {}
