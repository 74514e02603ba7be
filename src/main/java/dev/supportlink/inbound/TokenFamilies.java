package dev.supportlink.inbound;

import dev.supportlink.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Ends whole families of tokens that somebody else may have got hold of. */
@ApplicationScoped
public class TokenFamilies {

    @Inject
    TokenRepository tokens;

    @Inject
    AuditTrail audit;

    @Inject
    Event<TokensEnded> endings;

    /** Of two requests that find out at the same time, the second finds nothing left and says nothing. */
    @Transactional
    public void endReused(InboundIdentity client, String family) {
        int ended = tokens.removeFamily(client.connectionId(), family);
        if (ended > 0) {
            endings.fire(new TokensEnded(client.connectionId()));
            audit.record(
                    "caller:" + client.userName(),
                    "refresh-token-reused",
                    client.connectionId(),
                    Map.of("family", family, "revokedTokens", Integer.toString(ended)));
        }
    }
}
