package dev.supportlink.setup;

import dev.supportlink.audit.AuditTrail;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionRegistry;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.InstanceCredentialChanged;
import dev.supportlink.platform.problem.StaleRevision;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretVault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stores an accepted answer and everything that follows from it, in one short transaction. */
@ApplicationScoped
public class StepCommit {

    @Inject
    ConnectionRegistry registry;

    @Inject
    StepRepository records;

    @Inject
    StepReopener reopener;

    @Inject
    StepCatalogue catalogue;

    @Inject
    SecretVault vault;

    @Inject
    AuditTrail audit;

    @Inject
    Event<InstanceCredentialChanged> credentialChanged;

    @Inject
    Clock clock;

    /**
     * Stores the answer and what it changes.
     *
     * @param basis what the answer was checked against; {@link StaleRevision} when that has changed since
     * @param actingAs the admin role that an operator named
     */
    @Transactional
    public void store(PlanContext basis, StepId step, StepChange change, String actor, @Nullable String actingAs) {
        Connection read = basis.connection();
        Connection after = registry.change(
                read.id(),
                now -> {
                    refuseOtherBasis(step, read, now);
                    catalogue.plan(catalogue.context(now)).requireReady(step);
                    return change.connection().apply(now);
                },
                revision -> {},
                actor);
        for (StepChange.NewSecret secret : change.secrets()) {
            vault.store(after.id(), secret.kind(), secret.target(), secret.secret(), secret.expiresAt());
            reopener.reopen(after.id(), StepReopener.dependents(secret.kind(), after));
            tell(after.id(), secret.kind());
        }
        change.afterwards().accept(after);
        StepRecord before = basis.record(step);
        records.save(after.id(), answered(before, change, actor, actingAs));
        reopener.recordProgress(after.id());
        audit.record(actor, "step-answered", after.id(), detail(step, change, actingAs));
    }

    private void tell(String connectionId, SecretKind kind) {
        if (kind.opensInstance()) {
            credentialChanged.fire(new InstanceCredentialChanged(connectionId));
        }
    }

    private StepRecord answered(StepRecord before, StepChange change, String actor, @Nullable String actingAs) {
        return new StepRecord(
                before.step(),
                before.revision() + 1,
                change.outcome(),
                change.kept(),
                change.problems(),
                clock.instant(),
                actor,
                actingAs);
    }

    private static boolean samePlan(Connection read, Connection now) {
        return read.setupType() == now.setupType() && read.inboundMode() == now.inboundMode();
    }

    /** While an outside system was asked, somebody may have changed what it was asked about. */
    private static void refuseOtherBasis(StepId step, Connection read, Connection now) {
        boolean holds = samePlan(read, now)
                && switch (step) {
                    case TENANT_DOMAIN, ENTRA_APPLICATION, REST_API_APPLICATION, REST_USER_APPLICATION, LINK_ACCOUNT ->
                        read.tenant().equals(now.tenant());
                    case OUTBOUND_PROVIDER ->
                        read.tenant().equals(now.tenant()) && Objects.equals(read.entraClientId(), now.entraClientId());
                    case ENVIRONMENT ->
                        Objects.equals(origin(read), origin(now)) && read.environment() == now.environment();
                    case INBOUND_CLIENT -> Objects.equals(origin(read), origin(now));
                    case OIDC_PROVIDER -> read.restApplications().equals(now.restApplications());
                    case INTEGRATION_USER, INSTANCE_ACCESS ->
                        Objects.equals(read.instance(), now.instance())
                                && read.restApplications().equals(now.restApplications());
                    default -> true;
                };
        if (!holds) {
            throw new StaleRevision("The connection");
        }
    }

    private static @Nullable String origin(Connection connection) {
        Instance instance = connection.instance();
        return instance == null ? null : instance.origin();
    }

    private static Map<String, String> detail(StepId step, StepChange change, @Nullable String actingAs) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("step", step.word());
        detail.put("outcome", change.outcome().word());
        if (actingAs != null) {
            detail.put("actingAs", actingAs);
        }
        return detail;
    }
}
