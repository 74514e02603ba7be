package dev.supportlink.inbound;

import dev.supportlink.secret.KeyedHash;
import dev.supportlink.secret.KeyedHasher;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges a refresh token for new tokens. Whatever happens to it at the same moment comes before or after: another
 * exchange, a revocation.
 */
@ApplicationScoped
public class RefreshExchange {

    /** How it ended; no refusal means that the tokens are stored. */
    record Outcome(@Nullable RefusalReason refusal, String family) {}

    @Inject
    TokenRepository tokens;

    @Inject
    TokenMint mint;

    @Inject
    TokenWriter writer;

    @Inject
    TokenTransaction transaction;

    @Inject
    KeyedHasher hasher;

    /**
     * Holds the refresh token until the new tokens are stored. {@code next} equal to {@code presented} means that it stays.
     */
    @Transactional
    public Outcome exchange(ProvenClient.Real client, Secret presented, Secret next, Secret access, Instant now) {
        List<KeyedHash> candidates = hasher.candidates(TokenKind.REFRESH.purpose(), presented);
        StoredToken held = tokens.hold(candidates).orElse(null);
        RefusalReason wrong = wrong(client.identity(), held, now);
        if (held == null || wrong != null) {
            return new Outcome(wrong, held == null ? "" : held.family());
        }
        boolean rotating = !next.equals(presented);
        List<StoredToken> issued = new ArrayList<>();
        issued.add(mint.access(client.identity(), access, held.family(), now));
        if (rotating) {
            issued.add(mint.successor(client.identity(), next, held, now));
        }
        if (!transaction.write(issued, List.of(client.presented()), now)) {
            return new Outcome(RefusalReason.VALUE_REPLACED, held.family());
        }
        if (rotating) {
            tokens.markUsed(held, now);
        }
        return new Outcome(null, held.family());
    }

    /**
     * A new access token only, for a client whose secret was used before. The refresh token is looked at once more when the
     * access token is stored, together with those of others.
     */
    Outcome renew(ProvenClient.Real client, Secret presented, Secret access, Instant now) {
        StoredToken found = tokens.find(hasher.candidates(TokenKind.REFRESH.purpose(), presented))
                .orElse(null);
        RefusalReason wrong = wrong(client.identity(), found, now);
        if (found == null || wrong != null) {
            return new Outcome(wrong, found == null ? "" : found.family());
        }
        boolean stored = writer.renew(mint.access(client.identity(), access, found.family(), now), found.hash());
        return new Outcome(stored ? null : RefusalReason.UNKNOWN_REFRESH_TOKEN, found.family());
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
