package dev.supportlink.setup;

import dev.supportlink.access.NotAllowed;
import dev.supportlink.access.SignedIn;
import dev.supportlink.audit.AuditTrail;
import dev.supportlink.connection.AdminRole;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionCreated;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.inbound.InboundIdentities;
import dev.supportlink.inbound.InboundIdentity;
import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills the completion sheet, and makes its two secret values at the moment the tenant admin asks to see them. */
@ApplicationScoped
public class CompletionSheetDesk {

    private static final String BASIC_INFORMATION = "Basic information";
    private static final String REPOSITORIES = "Repositories";
    private static final String BASIC_AUTH = "Basic Auth";

    @Inject
    ConnectionRepository connections;

    @Inject
    InboundIdentities identities;

    @Inject
    StepCatalogue catalogue;

    @Inject
    ServerSettings server;

    @Inject
    AuditTrail audit;

    /** A connection has its names from the start; they never change. */
    void onCreated(@Observes ConnectionCreated event) {
        identities.prepare(event.connection().id());
    }

    public CompletionSheet sheet(String connectionId) {
        Connection connection = connections.get(connectionId);
        InboundIdentity identity = identities.prepare(connectionId);
        String endpoint = endpoint();
        long expiry = identity.refreshTokenLifespan().toSeconds();
        return new CompletionSheet(
                revision(connection, identity),
                fields(connection, identity, endpoint, expiry),
                connection.entraClientId(),
                connection.id(),
                endpoint,
                BASIC_AUTH,
                identity.clientId(),
                expiry,
                identity.userName());
    }

    /**
     * Makes a value and answers it, once. Only the tenant admin or an operator may ask; {@link StepBlocked} before the
     * step that the value belongs to is done.
     */
    @Transactional
    public Secret makeValue(String connectionId, SheetValue which, SignedIn user) {
        user.requireReader(connectionId);
        if (!user.isOperator() && !user.acts(AdminRole.M365_ADMIN, connectionId)) {
            throw new NotAllowed("The completion sheet's secrets are shown to the m365-admin or an operator.");
        }
        Connection connection = connections.lock(connectionId);
        SetupPlan plan = catalogue.plan(catalogue.context(connection));
        if (!plan.stateOf(which.step()).finished()) {
            throw new StepBlocked("The value " + which.fieldName() + " can be made once step "
                    + which.step().word() + " is done.");
        }
        Secret value = identities.makeValue(connectionId, which.inboundSecret());
        audit.record(user.name(), "sheet-value-made", connectionId, Map.of("name", which.fieldName()));
        return value;
    }

    /** Grows with either of the two that the sheet shows. */
    private static long revision(Connection connection, InboundIdentity identity) {
        return connection.revision() + identity.revision() - 1;
    }

    private String endpoint() {
        String url = server.publicUrl().toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static List<CompletionSheet.Field> fields(
            Connection connection, InboundIdentity identity, String endpoint, long expiry) {
        return List.of(
                field(
                        "outboundAppId",
                        BASIC_INFORMATION,
                        "Application ID to issue Auth Token",
                        connection.entraClientId()),
                field("repositoryId", REPOSITORIES, "Repository", connection.id()),
                field("endpoint", REPOSITORIES, "Endpoint", endpoint),
                field("authenticationType", REPOSITORIES, "Authentication type", BASIC_AUTH),
                field("clientId", REPOSITORIES, "Client ID", identity.clientId()),
                secret(SheetValue.CLIENT_SECRET, "Client secret"),
                field("refreshTokenExpiry", REPOSITORIES, "Refresh token expiry", Long.toString(expiry)),
                field("restUsername", REPOSITORIES, "Rest username", identity.userName()),
                secret(SheetValue.REST_PASSWORD, "Rest user password"));
    }

    private static CompletionSheet.Field field(String name, String tab, String label, @Nullable String value) {
        return new CompletionSheet.Field(name, tab, label, value, false);
    }

    private static CompletionSheet.Field secret(SheetValue which, String label) {
        return new CompletionSheet.Field(which.fieldName(), REPOSITORIES, label, null, true);
    }
}
