package dev.supportlink.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.access.HandOverPass;
import dev.supportlink.access.Role;
import dev.supportlink.access.RoleGrant;
import dev.supportlink.access.SignedIn;
import dev.supportlink.connection.AdminRole;
import dev.supportlink.connection.SetupState;
import dev.supportlink.connection.SetupType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What of a plan the holder of a hand-over sees. */
class PlanSightTest {

    @Test
    void usersSeeEveryStepWhole() {
        SignedIn admin = new SignedIn("anna", Set.of(new RoleGrant(Role.ENTRA_ADMIN, "one")));
        PlanSight sight = new PlanSight(admin, plan(SetupType.BASIC));

        assertThat(sight.steps()).isEqualTo(sight.plan().steps()).allMatch(sight::whole);
    }

    @Test
    void handOverSeesItsStepsAndWhatStandsBeforeThem() {
        PlanSight sight = new PlanSight(holder(AdminRole.ENTRA_ADMIN), plan(SetupType.BASIC));

        assertThat(sight.steps())
                .extracting(StepReading::step)
                .containsExactly(StepId.CONSENT, StepId.ENVIRONMENT, StepId.TENANT_DOMAIN, StepId.ENTRA_APPLICATION);
        assertThat(sight.steps().stream().filter(sight::whole))
                .extracting(StepReading::step)
                .containsExactly(StepId.ENTRA_APPLICATION);
    }

    @ParameterizedTest
    @EnumSource(SetupType.class)
    void stepsOutsideThePlanAreNotShownNorFollowed(SetupType type) {
        for (AdminRole role : AdminRole.values()) {
            PlanSight sight = new PlanSight(holder(role), plan(type));

            assertThat(PlanDefinition.of(type).steps())
                    .containsAll(sight.steps().stream().map(StepReading::step).toList());
            assertThat(sight.steps().stream().filter(sight::whole))
                    .allMatch(step -> step.step().adminRole() == role);
        }
    }

    private static SignedIn holder(AdminRole role) {
        return SignedIn.by(new HandOverPass("one", "connection", role));
    }

    private static PlanReading plan(SetupType type) {
        List<StepReading> steps = PlanDefinition.of(type).steps().stream()
                .map(step -> new StepReading(
                        step,
                        0,
                        StepState.READY,
                        List.of(),
                        null,
                        null,
                        List.of(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of()))
                .toList();
        return new PlanReading(SetupState.IN_PROGRESS, steps);
    }
}
