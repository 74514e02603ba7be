package dev.supportlink.sandbox.entra;

import java.time.Instant;

/** One secret of an application registration, its value included. */
public record ClientSecret(
        String keyId, String displayName, String value, Instant startsAt, Instant endsAt, Instant usableFrom) {

    /** The first three characters, which is all that Entra shows later. */
    public String hint() {
        return value.substring(0, 3);
    }

    boolean isExpiredAt(Instant now) {
        return !now.isBefore(endsAt);
    }

    @Override
    public String toString() {
        return "ClientSecret[keyId=" + keyId + ", hint=" + hint() + ", endsAt=" + endsAt + "]";
    }
}
