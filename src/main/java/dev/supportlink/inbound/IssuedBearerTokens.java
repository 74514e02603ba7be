package dev.supportlink.inbound;

import dev.supportlink.secret.KeyedHasher;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Bearer tokens that this server issued. */
@ApplicationScoped
public class IssuedBearerTokens implements BearerTokens {

    /** Of every token: 256 bits in base64. Anything else is no token and needs no look. */
    private static final int LENGTH = 43;

    @Inject
    TokenRepository tokens;

    @Inject
    UseRecorder uses;

    @Inject
    KeyedHasher hasher;

    @Inject
    Clock clock;

    @Override
    public Optional<InboundCaller> callerOf(String accessToken) {
        if (accessToken.length() != LENGTH) {
            return Optional.empty();
        }
        return tokens.findAccepted(hasher.candidates(TokenKind.ACCESS.purpose(), Secret.of(accessToken)))
                .filter(token -> token.aliveAt(clock.instant()))
                .map(this::caller);
    }

    private InboundCaller caller(StoredToken token) {
        if (!token.readOnly()) {
            uses.called(token.connectionId());
        }
        return new InboundCaller(token.connectionId(), token.userName(), token.readOnly());
    }
}
