package dev.supportlink.handover.rest;

import java.time.Instant;

/** A new hand-over in JSON, with its link, which is shown this once. */
public record IssuedHandOverView(
        String id,
        String adminRole,
        String state,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        String link) {

    static IssuedHandOverView of(HandOverView made, String link) {
        return new IssuedHandOverView(
                made.id(), made.adminRole(), made.state(), made.createdAt(), made.createdBy(), made.expiresAt(), link);
    }

    /** Without the link. */
    @Override
    public String toString() {
        return "IssuedHandOverView[" + id + "]";
    }
}
