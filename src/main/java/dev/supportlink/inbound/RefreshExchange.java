package dev.supportlink.inbound;

import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges a refresh token for new tokens. Whatever happens to it at the same moment comes before or after: another
 * exchange, a revocation.
 */
@ApplicationScoped
public class RefreshExchange {

    /** How it ended. */
    sealed interface Outcome {

        /** The new tokens are stored; the refresh token may be the one that was presented. */
        record Done(Secret access, Secret refresh) implements Outcome {}

        /** @param family of the token that was presented; empty for an unknown one */
        record Refused(RefusalReason reason, String family) implements Outcome {}
    }

    @Inject
    TokenRepository tokens;

    @Inject
    TokenMint mint;

    @Inject
    TokenWriter writer;

    @Inject
    TokenTransaction transaction;

    @Inject
    TokenHasher hasher;

    /** Holds the refresh token until the new tokens are stored. With rotation another one takes its place. */
    @Transactional
    public Outcome exchange(ProvenClient.Real client, Secret presented, Instant now) {
        Optional<StoredToken> held = tokens.hold(hasher.candidates(TokenKind.REFRESH, presented));
        RefusalReason wrong = wrong(client.identity(), held.orElse(null), now);
        if (wrong != null) {
            return refused(wrong, held);
        }
        return client.identity().terms().refreshTokenRotation()
                ? rotated(client, held.orElseThrow(), now)
                : kept(client, held.orElseThrow(), presented, now);
    }

    /**
     * A new access token only, for a client whose secret was used before. The refresh token is looked at once more when the
     * access token is stored, together with those of others.
     */
    Outcome renew(ProvenClient.Real client, Secret presented, Instant now) {
        Optional<StoredToken> found = tokens.find(hasher.candidates(TokenKind.REFRESH, presented));
        RefusalReason wrong = wrong(client.identity(), found.orElse(null), now);
        if (wrong != null) {
            return refused(wrong, found);
        }
        StoredToken refresh = found.orElseThrow();
        NewToken access = mint.access(client.identity(), refresh.family(), now);
        return writer.renew(access.stored(), refresh.hash())
                ? new Outcome.Done(access.value(), presented)
                : refused(RefusalReason.UNKNOWN_REFRESH_TOKEN, found);
    }

    private Outcome kept(ProvenClient.Real client, StoredToken held, Secret presented, Instant now) {
        NewToken access = mint.access(client.identity(), held.family(), now);
        return transaction.write(List.of(access.stored()), List.of(client.presented()), now)
                ? new Outcome.Done(access.value(), presented)
                : new Outcome.Refused(RefusalReason.VALUE_REPLACED, held.family());
    }

    private Outcome rotated(ProvenClient.Real client, StoredToken held, Instant now) {
        NewToken access = mint.access(client.identity(), held.family(), now);
        NewToken next = mint.successor(client.identity(), held, now);
        if (!transaction.write(List.of(access.stored(), next.stored()), List.of(client.presented()), now)) {
            return new Outcome.Refused(RefusalReason.VALUE_REPLACED, held.family());
        }
        tokens.markUsed(held, now);
        return new Outcome.Done(access.value(), next.value());
    }

    private static Outcome refused(RefusalReason reason, Optional<StoredToken> presented) {
        return new Outcome.Refused(reason, presented.map(StoredToken::family).orElse(""));
    }

    private static @Nullable RefusalReason wrong(InboundIdentity client, @Nullable StoredToken token, Instant now) {
        if (token == null) {
            return RefusalReason.UNKNOWN_REFRESH_TOKEN;
        }
        if (!token.connectionId().equals(client.connectionId())) {
            return RefusalReason.OTHER_CONNECTIONS_TOKEN;
        }
        if (token.generation() != client.generation()) {
            return RefusalReason.REVOKED_REFRESH_TOKEN;
        }
        if (token.usedAt() != null) {
            return RefusalReason.REUSED_REFRESH_TOKEN;
        }
        return token.aliveAt(now) ? null : RefusalReason.EXPIRED_REFRESH_TOKEN;
    }
}
