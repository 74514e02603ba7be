package dev.supportlink.inbound;

import dev.supportlink.connection.ConnectionChanged;
import dev.supportlink.connection.ConnectionRemoved;
import dev.supportlink.secret.Secret;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * Bearer tokens that this server issued. What ends one on this node counts at once, because all that is remembered is
 * forgotten as soon as the transaction is over, however it went; what ends one on another node counts within seconds.
 */
@ApplicationScoped
public class IssuedBearerTokens implements BearerTokens {

    @Inject
    TokenRepository tokens;

    @Inject
    UseRecorder uses;

    @Inject
    TokenHasher hasher;

    @Inject
    Clock clock;

    private RememberedBearers<StoredToken> remembered;

    @PostConstruct
    void open() {
        remembered = new RememberedBearers<>(clock, StoredToken::expiresAt);
    }

    @Override
    public Optional<InboundCaller> callerOf(String accessToken) {
        if (!TokenText.mayBeOne(accessToken)) {
            return Optional.empty();
        }
        return remembered.find(accessToken, () -> alive(accessToken)).map(this::caller);
    }

    void whenTokensEnd(@Observes(during = TransactionPhase.AFTER_COMPLETION) TokensEnded ended) {
        remembered.forget();
    }

    void whenConnectionChanges(@Observes(during = TransactionPhase.AFTER_COMPLETION) ConnectionChanged change) {
        remembered.forget();
    }

    void whenConnectionGoes(@Observes(during = TransactionPhase.AFTER_COMPLETION) ConnectionRemoved removal) {
        remembered.forget();
    }

    private Optional<StoredToken> alive(String accessToken) {
        return tokens.findAccepted(hasher.candidates(TokenKind.ACCESS, Secret.of(accessToken)))
                .filter(token -> token.aliveAt(clock.instant()));
    }

    private InboundCaller caller(StoredToken token) {
        if (!token.readOnly()) {
            uses.called(token.connectionId());
        }
        return new InboundCaller(token.connectionId(), token.userName(), token.readOnly());
    }
}
