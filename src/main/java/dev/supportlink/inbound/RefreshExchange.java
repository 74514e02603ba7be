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
 * Exchanges a refresh token for new tokens, while it holds it: of two exchanges at once the second sees what the first
 * did, and a revocation waits.
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
    KeyedHasher hasher;

    /** {@code next} equal to {@code presented} means that the refresh token stays. */
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
        if (!writer.write(issued, List.of(client.presented()), now)) {
            return new Outcome(RefusalReason.VALUE_REPLACED, held.family());
        }
        if (rotating) {
            tokens.markUsed(held, now);
        }
        return new Outcome(null, held.family());
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
