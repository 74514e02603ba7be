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
     * Lets in whom the definition names, or nobody. To be called once both applications are proven: a definition may name
     * applications that nobody has tried yet.
     */
    @Transactional
    public void follow(Connection connection) {
        Registration.of(connection)
                .ifPresentOrElse(
                        named -> callers.save(connection.id(), named.tenantId(), named.caller()),
                        () -> callers.remove(connection.id()));
    }

    /**
     * What the definition no longer names is let in no more, and stands in no other connection's way. What it names instead
     * waits until it is proven.
     */
    void onChange(@Observes ConnectionChanged change) {
        boolean otherTenant = !tenantId(change.before()).equals(tenantId(change.after()));
        if (otherTenant || !Registration.of(change.before()).equals(Registration.of(change.after()))) {
            callers.remove(change.after().id());
        }
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
