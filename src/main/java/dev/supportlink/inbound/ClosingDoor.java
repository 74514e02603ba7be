package dev.supportlink.inbound;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Ends what callers hold when a connection's own door closes, so that nothing from before is good should it open again:
 * every token, and both values of the sheet. The names stay; the tenant admin asks for new values.
 */
@ApplicationScoped
public class ClosingDoor {

    @Inject
    IdentityRepository identities;

    @Inject
    Event<TokensEnded> ended;

    void onChange(@Observes ConnectionChanged change) {
        String id = change.after().id();
        if (isOpen(change.before()) && !isOpen(change.after()) && identities.raiseGeneration(id)) {
            identities.removeValues(id);
            ended.fire(new TokensEnded(id));
        }
    }

    private static boolean isOpen(Connection connection) {
        return TokenDoor.isOpen(connection.setupType(), connection.inboundMode());
    }
}
