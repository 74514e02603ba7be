package dev.supportlink.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Stores new tokens in one transaction with what must be true in the same moment. */
@ApplicationScoped
public class TokenTransaction {

    @Inject
    TokenRepository tokens;

    @Inject
    IdentityRepository identities;

    /**
     * Stores tokens and, with them, the first use of the values that were presented: a value that was used is never
     * dropped for a new one, a value that was dropped gives no token.
     */
    @Transactional
    public boolean write(List<StoredToken> issued, List<LiveValue> presented, Instant at) {
        for (LiveValue value : presented) {
            if (!value.wasUsed() && !identities.noteFirstUse(value.id(), at)) {
                return false;
            }
        }
        tokens.add(issued);
        return true;
    }
}
