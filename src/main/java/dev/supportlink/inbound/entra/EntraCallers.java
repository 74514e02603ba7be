package dev.supportlink.inbound.entra;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionChanged;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.SetupType;
import dev.supportlink.platform.problem.InvalidInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Registers who may call a connection with tokens of its tenant. The tenant is always the connection's own. */
@ApplicationScoped
public class EntraCallers {

    @Inject
    EntraCallerRepository callers;

    @Inject
    ConnectionRepository connections;

    /**
     * Lets this caller in, and nobody else for this connection; safe to repeat. {@link EntraCallerTaken} when another
     * connection has it, {@link InvalidInput} while the connection's tenant is not resolved.
     */
    @Transactional
    public void register(String connectionId, EntraCaller caller) {
        String tenantId = tenantId(connections.lock(connectionId))
                .orElseThrow(() -> new InvalidInput("tenantDomain", "is not resolved to a tenant ID yet"));
        callers.save(connectionId, tenantId, caller);
    }

    public Optional<EntraCaller> find(String connectionId) {
        return callers.find(connectionId);
    }

    /** From now on no token of Entra ID is good for this connection; within 5 s on every node. */
    @Transactional
    public void remove(String connectionId) {
        callers.remove(connectionId);
    }

    /** The connection that a token for these is meant for, as long as it takes such tokens. */
    Optional<Connection> addressed(String tenantId, String audience, String restUserClientId) {
        return callers.connectionOf(tenantId, audience, restUserClientId)
                .flatMap(connections::find)
                .filter(connection -> connection.setupType() == SetupType.ENTRA)
                .filter(connection -> connection.inboundMode() == InboundMode.GATEWAY)
                .filter(connection -> tenantId(connection).equals(Optional.of(tenantId)));
    }

    /** Applications of the old tenant mean nothing in the new one, and must not stand in another connection's way. */
    void onChange(@Observes ConnectionChanged change) {
        if (!tenantId(change.before()).equals(tenantId(change.after()))) {
            callers.remove(change.after().id());
        }
    }

    private static Optional<String> tenantId(Connection connection) {
        return Optional.ofNullable(connection.tenant().id()).flatMap(Guid::normal);
    }
}
