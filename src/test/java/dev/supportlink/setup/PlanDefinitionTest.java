package dev.supportlink.setup;

import static dev.supportlink.setup.StepId.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.connection.SetupType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The plans of design section 5: which steps, in which order, after which others. */
class PlanDefinitionTest {

    @Test
    void basicHasTheThirteenStepsOfTheGuide() {
        assertThat(PlanDefinition.of(SetupType.BASIC).steps())
                .containsExactly(
                        CONSENT,
                        ENVIRONMENT,
                        TENANT_DOMAIN,
                        ENTRA_APPLICATION,
                        OUTBOUND_PROVIDER,
                        INBOUND_CLIENT,
                        INTEGRATION_USER,
                        NETWORK_ACCESS,
                        INSTANCE_ACCESS,
                        COMPLETE_INTEGRATION,
                        TEST_CONNECTION,
                        ENABLE_USERS,
                        LINK_ACCOUNT);
    }

    @Test
    void entraReplacesTheInboundClientByThreeSteps() {
        assertThat(PlanDefinition.of(SetupType.ENTRA).steps())
                .containsExactly(
                        CONSENT,
                        ENVIRONMENT,
                        TENANT_DOMAIN,
                        ENTRA_APPLICATION,
                        OUTBOUND_PROVIDER,
                        REST_API_APPLICATION,
                        OIDC_PROVIDER,
                        REST_USER_APPLICATION,
                        INTEGRATION_USER,
                        NETWORK_ACCESS,
                        INSTANCE_ACCESS,
                        COMPLETE_INTEGRATION,
                        TEST_CONNECTION,
                        ENABLE_USERS,
                        LINK_ACCOUNT);
    }

    @Test
    void insightsOnlyHasNoInboundSideAndNoAdministrator() {
        assertThat(PlanDefinition.of(SetupType.INSIGHTS_ONLY).steps())
                .containsExactly(
                        CONSENT,
                        ENVIRONMENT,
                        TENANT_DOMAIN,
                        ENTRA_APPLICATION,
                        OUTBOUND_PROVIDER,
                        NETWORK_ACCESS,
                        COMPLETE_INTEGRATION,
                        TEST_CONNECTION,
                        ENABLE_USERS);
    }

    @Test
    void theIntegrationUserNeedsWhatItsOwnPlanHas() {
        assertThat(PlanDefinition.of(SetupType.BASIC).needs(INTEGRATION_USER)).containsExactly(INBOUND_CLIENT);
        assertThat(PlanDefinition.of(SetupType.ENTRA).needs(INTEGRATION_USER))
                .containsExactly(OIDC_PROVIDER, REST_USER_APPLICATION);
    }

    @Test
    void theEntraStepsNeedTheTenantAndEachOther() {
        PlanDefinition entra = PlanDefinition.of(SetupType.ENTRA);

        assertThat(entra.needs(REST_API_APPLICATION)).containsExactly(TENANT_DOMAIN);
        assertThat(entra.needs(OIDC_PROVIDER)).containsExactly(ENVIRONMENT, REST_API_APPLICATION);
        assertThat(entra.needs(REST_USER_APPLICATION)).containsExactly(TENANT_DOMAIN);
    }

    @Test
    void aNeededStepOutsideThePlanIsNotNeeded() {
        assertThat(PlanDefinition.of(SetupType.INSIGHTS_ONLY).needs(COMPLETE_INTEGRATION))
                .containsExactly(OUTBOUND_PROVIDER);
    }

    @ParameterizedTest
    @EnumSource(SetupType.class)
    void aStepComesAfterAllItNeeds(SetupType type) {
        PlanDefinition plan = PlanDefinition.of(type);

        assertThat(plan.steps())
                .allSatisfy(step -> assertThat(
                                plan.steps().subList(0, plan.steps().indexOf(step)))
                        .containsAll(plan.needs(step)));
    }

    @Test
    void aStepOfAnotherPlanIsNotFound() {
        assertThatThrownBy(() -> PlanDefinition.of(SetupType.INSIGHTS_ONLY).require(LINK_ACCOUNT))
                .isInstanceOf(StepNotFound.class)
                .hasMessageContaining("consent, environment");
    }
}
