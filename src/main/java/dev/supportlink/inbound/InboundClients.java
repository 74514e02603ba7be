package dev.supportlink.inbound;

import dev.supportlink.audit.AuditTrail;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/** What an operator may do with a connection's inbound client: change its terms, and end all of its tokens. */
@ApplicationScoped
@Transactional
public class InboundClients {

    @Inject
    ConnectionRepository connections;

    @Inject
    IdentityRepository identities;

    @Inject
    AuditTrail audit;

    @Inject
    Event<TokensEnded> ended;

    public InboundIdentity get(String connectionId) {
        requireOpen(connectionId);
        return read(connectionId);
    }

    /**
     * Applies a change to the stored terms; tokens that were issued keep the end they were given.
     *
     * @param precondition told the stored revision before anything changes; throws when the caller knew another
     */
    public InboundIdentity change(
            String connectionId, UnaryOperator<ClientTerms> change, LongConsumer precondition, String actor) {
        requireOpen(connectionId);
        if (!identities.lock(connectionId)) {
            throw new InboundClientNotFound(connectionId);
        }
        InboundIdentity before = read(connectionId);
        ClientTerms wanted = change.apply(before.terms());
        if (wanted.equals(before.terms())) {
            return before;
        }
        precondition.accept(before.revision());
        identities.saveTerms(connectionId, wanted);
        audit.record(actor, "inbound-client-changed", connectionId, detail(wanted));
        return read(connectionId);
    }

    /** Ends every token of the client at this moment, those that are just being issued too. */
    public void revokeTokens(String connectionId, String actor) {
        requireOpen(connectionId);
        if (!identities.raiseGeneration(connectionId)) {
            throw new InboundClientNotFound(connectionId);
        }
        ended.fire(new TokensEnded(connectionId));
        audit.record(actor, "inbound-tokens-revoked", connectionId, Map.of());
    }

    private void requireOpen(String connectionId) {
        Connection connection = connections.get(connectionId);
        if (!TokenDoor.isOpen(connection.setupType(), connection.inboundMode())) {
            throw new InboundClientNotFound(connectionId);
        }
    }

    private InboundIdentity read(String connectionId) {
        return identities.find(connectionId).orElseThrow(() -> new InboundClientNotFound(connectionId));
    }

    private static Map<String, String> detail(ClientTerms terms) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("accessTokenLifespan", terms.accessTokenLifespan().toString());
        detail.put("refreshTokenLifespan", terms.refreshTokenLifespan().toString());
        detail.put("refreshTokenRotation", Boolean.toString(terms.refreshTokenRotation()));
        detail.put("clientCredentials", Boolean.toString(terms.clientCredentials()));
        return detail;
    }
}
