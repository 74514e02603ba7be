package dev.supportlink.setup;

import static dev.supportlink.setup.StepId.COMPLETE_INTEGRATION;
import static dev.supportlink.setup.StepId.CONSENT;
import static dev.supportlink.setup.StepId.ENABLE_USERS;
import static dev.supportlink.setup.StepId.ENTRA_APPLICATION;
import static dev.supportlink.setup.StepId.ENVIRONMENT;
import static dev.supportlink.setup.StepId.INBOUND_CLIENT;
import static dev.supportlink.setup.StepId.INSTANCE_ACCESS;
import static dev.supportlink.setup.StepId.INTEGRATION_USER;
import static dev.supportlink.setup.StepId.OUTBOUND_PROVIDER;
import static dev.supportlink.setup.StepId.TENANT_DOMAIN;
import static dev.supportlink.setup.StepId.TEST_CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.AdminRole;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.SetupState;
import dev.supportlink.testing.Connections;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SetupPlanTest {

    private static final Set<StepId> CHECKS_ONLY = EnumSet.of(INSTANCE_ACCESS, TEST_CONNECTION);
    private static final Set<StepId> WITHOUT_INSTANCE =
            EnumSet.of(INSTANCE_ACCESS, TEST_CONNECTION, INBOUND_CLIENT, INTEGRATION_USER);

    private final Map<StepId, StepRecord> records = new EnumMap<>(StepId.class);

    @Test
    void aNewPlanAsksForConsentOnly() {
        SetupPlan plan = plan(Connections.basic(), CHECKS_ONLY);

        assertThat(ready(plan)).containsExactly(CONSENT);
        assertThat(plan.blockedBy(ENTRA_APPLICATION)).containsExactly(ENVIRONMENT, TENANT_DOMAIN);
        assertThat(plan.setupState()).isEqualTo(SetupState.IN_PROGRESS);
    }

    @Test
    void threeAdminsWorkSideBySide() {
        done(CONSENT, ENVIRONMENT, TENANT_DOMAIN);

        assertThat(ready(plan(Connections.basic(), CHECKS_ONLY)))
                .containsExactly(ENTRA_APPLICATION, INBOUND_CLIENT, StepId.NETWORK_ACCESS, ENABLE_USERS);
    }

    @Test
    void theTestWaitsForTheTenantAdminFromTheMomentTheSheetIsReady() {
        Instant last = Instant.parse("2026-11-23T10:00:00Z");
        done(CONSENT, ENVIRONMENT, TENANT_DOMAIN, ENTRA_APPLICATION, OUTBOUND_PROVIDER, INBOUND_CLIENT, ENABLE_USERS);
        done(INTEGRATION_USER);
        record(INSTANCE_ACCESS, StepOutcome.DONE, last);

        SetupPlan plan = plan(Connections.basic(), CHECKS_ONLY);

        assertThat(plan.stateOf(COMPLETE_INTEGRATION)).isEqualTo(StepState.READY);
        assertThat(plan.stateOf(TEST_CONNECTION)).isEqualTo(StepState.WAITING);
        assertThat(plan.waitingFor(TEST_CONNECTION)).contains(AdminRole.M365_ADMIN);
        assertThat(plan.waitingSince(TEST_CONNECTION)).contains(last);
        assertThat(plan.blockedBy(TEST_CONNECTION)).isEmpty();
        assertThat(plan.setupState()).isEqualTo(SetupState.WAITING);
    }

    @Test
    void theSetupIsNotWaitingWhileSomebodyElseHasWork() {
        done(CONSENT, ENVIRONMENT, TENANT_DOMAIN, ENTRA_APPLICATION, OUTBOUND_PROVIDER, INBOUND_CLIENT);
        done(INTEGRATION_USER, INSTANCE_ACCESS);

        assertThat(plan(Connections.basic(), CHECKS_ONLY).setupState()).isEqualTo(SetupState.IN_PROGRESS);
    }

    @Test
    void theTestIsBlockedWhileTheTenantAdminCannotActYet() {
        done(CONSENT);

        SetupPlan plan = plan(Connections.basic(), CHECKS_ONLY);

        assertThat(plan.stateOf(TEST_CONNECTION)).isEqualTo(StepState.BLOCKED);
        assertThat(plan.blockedBy(TEST_CONNECTION)).containsExactly(COMPLETE_INTEGRATION);
    }

    @Test
    void aFailedCheckKeepsTheSheetBlocked() {
        done(CONSENT, ENVIRONMENT, TENANT_DOMAIN, ENTRA_APPLICATION, OUTBOUND_PROVIDER, INBOUND_CLIENT, ENABLE_USERS);
        done(INTEGRATION_USER);
        record(INSTANCE_ACCESS, StepOutcome.FAILED, Instant.EPOCH);

        SetupPlan plan = plan(Connections.basic(), CHECKS_ONLY);

        assertThat(plan.stateOf(INSTANCE_ACCESS)).isEqualTo(StepState.FAILED);
        assertThat(plan.blockedBy(COMPLETE_INTEGRATION)).containsExactly(INSTANCE_ACCESS);
        assertThat(plan.setupState()).isEqualTo(SetupState.IN_PROGRESS);
    }

    @Test
    void withoutAnInstanceTheInstanceStepsAreDoneByThemselves() {
        done(CONSENT, ENVIRONMENT);

        SetupPlan plan = plan(Connections.withoutInstance(), WITHOUT_INSTANCE);

        assertThat(plan.stateOf(INBOUND_CLIENT)).isEqualTo(StepState.DONE);
        assertThat(plan.stateOf(INTEGRATION_USER)).isEqualTo(StepState.DONE);
        assertThat(plan.stateOf(INSTANCE_ACCESS)).isEqualTo(StepState.SKIPPED);
    }

    @Test
    void withoutAnInstanceNothingIsDoneBeforeItsNeedsAre() {
        SetupPlan plan = plan(Connections.withoutInstance(), WITHOUT_INSTANCE);

        assertThat(plan.stateOf(INBOUND_CLIENT)).isEqualTo(StepState.BLOCKED);
        assertThat(plan.stateOf(INSTANCE_ACCESS)).isEqualTo(StepState.BLOCKED);
    }

    @Test
    void optionalStepsAreNotNeededForACompletePlan() {
        Arrays.stream(StepId.values()).filter(step -> !step.optional()).forEach(this::done);

        assertThat(plan(Connections.basic(), CHECKS_ONLY).setupState()).isEqualTo(SetupState.COMPLETE);
    }

    private SetupPlan plan(Connection connection, Set<StepId> withoutInputs) {
        return new SetupPlan(new PlanContext(connection, records), withoutInputs);
    }

    private void done(StepId... steps) {
        for (StepId step : steps) {
            record(step, StepOutcome.DONE, Instant.EPOCH);
        }
    }

    private void record(StepId step, StepOutcome outcome, Instant at) {
        records.put(
                step, new StepRecord(step, 1, outcome, JsonValue.EMPTY_JSON_OBJECT, List.of(), at, "someone", null));
    }

    private static List<StepId> ready(SetupPlan plan) {
        List<StepId> ready =
                new ArrayList<>(PlanDefinition.of(Connections.basic()).steps());
        ready.removeIf(step -> plan.stateOf(step) != StepState.READY);
        return ready;
    }
}
