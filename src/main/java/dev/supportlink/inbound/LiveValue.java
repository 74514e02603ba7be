package dev.supportlink.inbound;

import dev.supportlink.secret.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One usable value of a client secret or password, as its hash. */
public record LiveValue(
        String id,
        InboundSecret which,
        KeyedHash hash,
        @Nullable Instant lastUsedAt) {

    boolean wasUsed() {
        return lastUsedAt != null;
    }

    /** Whether the presented value, hashed under every key, is this one; constant time. */
    boolean isAmong(List<KeyedHash> presented) {
        boolean found = false;
        for (KeyedHash candidate : presented) {
            found |= candidate.keyId() == hash.keyId() && sameText(candidate.hex(), hash.hex());
        }
        return found;
    }

    private static boolean sameText(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
