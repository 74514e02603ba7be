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
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretVault;
import dev.supportlink.secret.ShownSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/** Fills the completion sheet, and shows its two secret values at the moment the tenant admin asks to see them. */
@ApplicationScoped
public class CompletionSheetDesk {

    @Inject
    ConnectionRepository connections;

    @Inject
    InboundIdentities identities;

    @Inject
    StepCatalogue catalogue;

    @Inject
    SecretVault vault;

    @Inject
    ShownSecrets shown;

    @Inject
    SecretTargets targets;

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
        Optional<InboundIdentity> ours = Optional.of(identity).filter(names -> SheetNames.areOurs(connection));
        SheetNames names = SheetNames.of(connection, ours, endpoint());
        return new CompletionSheet(
                revision(connection, identity),
                connection.name(),
                connection.environment(),
                SheetLines.of(connection, names),
                connection.entraClientId(),
                connection.id(),
                names.endpoint(),
                names.authenticationType(),
                names.clientId(),
                names.refreshTokenExpiry(),
                names.restUsername());
    }

    /**
     * Answers a value, once. Where callers use a client and user of SupportLink's own, it is made now; asking again makes
     * another and drops the one before if that was never used, else both stay usable: two at most, a third is refused.
     * Everywhere else it is the stored value, shown once until it is entered anew ({@link SheetValueShown}).
     *
     * <p>Only the tenant admin or an operator may ask; {@link StepBlocked} before the step that the value belongs to is
     * done, {@link SheetValueNotFound} where the sheet has no secrets.
     */
    @Transactional
    public Secret makeValue(String connectionId, SheetValue which, SignedIn user) {
        requireReceiver(connectionId, user);
        Connection connection = connections.lock(connectionId);
        SheetSecret secret = SheetSecret.of(connection, which).orElseThrow(SheetValueNotFound::ofInsightsOnly);
        requireDone(connection, which, secret.step());
        SecretKind kept = secret.kept();
        Secret value = kept == null
                ? identities.makeValue(connectionId, which.inboundSecret())
                : storedValue(connection, which, kept, secret.step());
        String action = kept == null ? "sheet-value-made" : "sheet-value-shown";
        audit.record(user.name(), action, connectionId, Map.of("name", which.fieldName()));
        return value;
    }

    private static void requireReceiver(String connectionId, SignedIn user) {
        user.requireReader(connectionId);
        if (!user.isOperator() && !user.acts(AdminRole.M365_ADMIN, connectionId)) {
            throw new NotAllowed("The completion sheet's secrets are shown to the m365-admin or an operator.");
        }
    }

    private void requireDone(Connection connection, SheetValue which, StepId step) {
        SetupPlan plan = catalogue.plan(catalogue.context(connection));
        if (!plan.stateOf(step).finished()) {
            throw new StepBlocked(
                    "The value " + which.fieldName() + " can be shown once step " + step.word() + " is done.");
        }
    }

    private Secret storedValue(Connection connection, SheetValue which, SecretKind kind, StepId step) {
        Secret value = targets.of(connection, kind)
                .flatMap(target -> vault.open(connection.id(), kind, target))
                .orElseThrow(() -> new StepBlocked("The value " + which.fieldName() + " is not stored any more; the "
                        + step.adminRole().word() + " enters it at step " + step.word() + "."));
        if (!shown.markShown(connection.id(), kind)) {
            throw new SheetValueShown(which, step);
        }
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
}
