package dev.supportlink.inbound.entra;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionChanged;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.connection.SetupType;
import dev.supportlink.platform.problem.InvalidInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
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
                .filter(EntraCallers::takesTokens)
                .filter(connection -> tenantId(connection).equals(Optional.of(tenantId)));
    }

    /**
     * The registration follows the connection's definition, so that no token is good for applications that the set-up does
     * not name any more, and none of them stands in another connection's way.
     */
    void onChange(@Observes ConnectionChanged change) {
        Optional<Registration> wanted = Registration.of(change.after());
        boolean otherTenant = !tenantId(change.before()).equals(tenantId(change.after()));
        if (otherTenant || !wanted.equals(Registration.of(change.before()))) {
            follow(change.after().id(), wanted);
        }
    }

    private void follow(String connectionId, Optional<Registration> wanted) {
        wanted.ifPresentOrElse(
                registration -> callers.save(connectionId, registration.tenantId(), registration.caller()),
                () -> callers.remove(connectionId));
    }

    /** Who may call a connection, as its definition says. */
    private record Registration(String tenantId, EntraCaller caller) {

        static Optional<Registration> of(Connection connection) {
            return takesTokens(connection)
                    ? EntraCallers.tenantId(connection)
                            .flatMap(id ->
                                    caller(connection.restApplications()).map(caller -> new Registration(id, caller)))
                    : Optional.empty();
        }

        private static Optional<EntraCaller> caller(RestApplications applications) {
            String api = applications.apiClientId();
            String user = applications.userClientId();
            String uri = applications.identifierUri();
            return api == null || user == null
                    ? Optional.empty()
                    : Optional.of(new EntraCaller(api, uri == null ? List.of() : List.of(uri), user));
        }
    }

    private static boolean takesTokens(Connection connection) {
        return connection.setupType() == SetupType.ENTRA && connection.inboundMode() == InboundMode.GATEWAY;
    }

    private static Optional<String> tenantId(Connection connection) {
        return Optional.ofNullable(connection.tenant().id()).flatMap(Guid::normal);
    }
}
