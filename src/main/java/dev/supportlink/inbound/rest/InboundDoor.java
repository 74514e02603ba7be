package dev.supportlink.inbound.rest;

import java.util.Optional;

/** The ways in for callers; everything else is no business of the allow list. */
enum InboundDoor {
    OAUTH("/oauth_"),
    API("/api/now");

    private final String shapedAs;

    InboundDoor(String shapedAs) {
        this.shapedAs = shapedAs;
    }

    /** The beginning of paths whose errors look as they must here. */
    String shapedAs() {
        return shapedAs;
    }

    /** The door that a path leads to, known or not behind it. */
    static Optional<InboundDoor> of(String path) {
        if (path.startsWith("/oauth_")) {
            return Optional.of(OAUTH);
        }
        return path.equals("/api") || path.startsWith("/api/") ? Optional.of(API) : Optional.empty();
    }
}
