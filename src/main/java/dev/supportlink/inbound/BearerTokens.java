package dev.supportlink.inbound;

import java.util.Optional;

/** Finds out who a bearer token stands for. On the hot path of every inbound call: at most one indexed read, no write. */
public interface BearerTokens {

    /** Empty for an unknown, expired, revoked or refresh token; one revoked on another node may live on for 4 s. */
    Optional<InboundCaller> callerOf(String accessToken);
}
