package dev.supportlink.setup;

import static dev.supportlink.setup.StepId.COMPLETE_INTEGRATION;
import static dev.supportlink.setup.StepId.ENTRA_APPLICATION;
import static dev.supportlink.setup.StepId.INBOUND_CLIENT;
import static dev.supportlink.setup.StepId.INSTANCE_ACCESS;
import static dev.supportlink.setup.StepId.INTEGRATION_USER;
import static dev.supportlink.setup.StepId.LINK_ACCOUNT;
import static dev.supportlink.setup.StepId.OIDC_PROVIDER;
import static dev.supportlink.setup.StepId.OUTBOUND_PROVIDER;
import static dev.supportlink.setup.StepId.REST_API_APPLICATION;
import static dev.supportlink.setup.StepId.REST_USER_APPLICATION;
import static dev.supportlink.setup.StepId.TENANT_DOMAIN;
import static dev.supportlink.setup.StepId.TEST_CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Environment;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.SetupType;
import dev.supportlink.connection.Tenant;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.testing.Connections;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of design section 5: which value re-opens which steps, in every plan; all others stay as they are. */
class StepReopenerTest {

    private static final String OTHER_ID = "99999999-2222-3333-4444-555555555555";
    private static final Set<StepId> NONE = Set.of();

    /** The plans that there are. */
    enum Plan {
        BASIC(Connections.basic()),
        BASIC_DIRECT(Connections.basic().withSetup(SetupType.BASIC, InboundMode.DIRECT)),
        ENTRA(Connections.entra()),
        ENTRA_DIRECT(Connections.entra().withSetup(SetupType.ENTRA, InboundMode.DIRECT)),
        INSIGHTS_ONLY(Connections.basic().withSetup(SetupType.INSIGHTS_ONLY, InboundMode.GATEWAY));

        private final Connection connection;

        Plan(Connection connection) {
            this.connection = connection;
        }

        boolean entra() {
            return connection.setupType() == SetupType.ENTRA;
        }

        /** The inbound side and what rests on it: steps 6, 7, 9, 10, 11, 13 and what stands in their place. */
        Set<StepId> inboundSide() {
            Set<StepId> steps = EnumSet.of(COMPLETE_INTEGRATION, TEST_CONNECTION);
            switch (this) {
                case BASIC, BASIC_DIRECT ->
                    steps.addAll(List.of(INBOUND_CLIENT, INTEGRATION_USER, INSTANCE_ACCESS, LINK_ACCOUNT));
                case ENTRA, ENTRA_DIRECT ->
                    steps.addAll(List.of(
                            REST_API_APPLICATION,
                            OIDC_PROVIDER,
                            REST_USER_APPLICATION,
                            INTEGRATION_USER,
                            INSTANCE_ACCESS,
                            LINK_ACCOUNT));
                case INSIGHTS_ONLY -> {}
            }
            return steps;
        }
    }

    /** The values that may change. */
    enum Value {
        TENANT_DOMAIN(connection -> connection.withTenant(
                new Tenant("fabrikam.com", "0a0b0c0d-1111-2222-3333-444455557777", Cloud.GLOBAL))),
        INSTANCE_URL(connection -> connection.withInstance(new Instance(URI.create("https://other.service-now.com")))),
        INBOUND_MODE(connection -> connection.withSetup(
                connection.setupType(),
                connection.inboundMode() == InboundMode.DIRECT ? InboundMode.GATEWAY : InboundMode.DIRECT)),
        ENTRA_CLIENT_ID(connection -> connection.withEntraClientId(OTHER_ID)),
        INSTANCE_USER(connection -> connection.withInstance(
                new Instance(URI.create("https://contoso.service-now.com"), "client", "another", false))),
        ENVIRONMENT(connection -> connection.withEnvironment(Environment.PRODUCTION)),
        NAME(connection -> connection.withName("renamed")),
        ADOPTION(connection -> connection.withAdoptionQuery("state=1"));

        private final UnaryOperator<Connection> change;

        Value(UnaryOperator<Connection> change) {
            this.change = change;
        }
    }

    static List<Arguments> everyValueInEveryPlan() {
        List<Arguments> rows = new ArrayList<>();
        for (Plan plan : Plan.values()) {
            for (Value value : Value.values()) {
                rows.add(Arguments.of(plan, value, expected(plan, value)));
            }
        }
        return rows;
    }

    private static Set<StepId> expected(Plan plan, Value value) {
        return switch (value) {
            case TENANT_DOMAIN ->
                switch (plan) {
                    case BASIC, BASIC_DIRECT ->
                        Set.of(
                                ENTRA_APPLICATION,
                                OUTBOUND_PROVIDER,
                                COMPLETE_INTEGRATION,
                                TEST_CONNECTION,
                                LINK_ACCOUNT);
                    case ENTRA, ENTRA_DIRECT ->
                        Set.of(
                                ENTRA_APPLICATION,
                                OUTBOUND_PROVIDER,
                                REST_API_APPLICATION,
                                OIDC_PROVIDER,
                                REST_USER_APPLICATION,
                                INTEGRATION_USER,
                                INSTANCE_ACCESS,
                                COMPLETE_INTEGRATION,
                                TEST_CONNECTION,
                                LINK_ACCOUNT);
                    case INSIGHTS_ONLY ->
                        Set.of(ENTRA_APPLICATION, OUTBOUND_PROVIDER, COMPLETE_INTEGRATION, TEST_CONNECTION);
                };
            case INSTANCE_URL ->
                switch (plan) {
                    case BASIC ->
                        Set.of(ENTRA_APPLICATION, INBOUND_CLIENT, INTEGRATION_USER, INSTANCE_ACCESS, TEST_CONNECTION);
                    case BASIC_DIRECT ->
                        Set.of(
                                ENTRA_APPLICATION,
                                INBOUND_CLIENT,
                                INTEGRATION_USER,
                                INSTANCE_ACCESS,
                                COMPLETE_INTEGRATION,
                                TEST_CONNECTION);
                    case ENTRA ->
                        Set.of(ENTRA_APPLICATION, OIDC_PROVIDER, INTEGRATION_USER, INSTANCE_ACCESS, TEST_CONNECTION);
                    case ENTRA_DIRECT ->
                        Set.of(
                                ENTRA_APPLICATION,
                                OIDC_PROVIDER,
                                INTEGRATION_USER,
                                INSTANCE_ACCESS,
                                COMPLETE_INTEGRATION,
                                TEST_CONNECTION);
                    case INSIGHTS_ONLY -> Set.of(ENTRA_APPLICATION, TEST_CONNECTION);
                };
            case INBOUND_MODE -> plan.inboundSide();
            case ENTRA_CLIENT_ID -> Set.of(OUTBOUND_PROVIDER, COMPLETE_INTEGRATION, TEST_CONNECTION);
            case INSTANCE_USER ->
                switch (plan) {
                    case BASIC, ENTRA -> Set.of(INSTANCE_ACCESS, TEST_CONNECTION);
                    case BASIC_DIRECT, ENTRA_DIRECT -> Set.of(INSTANCE_ACCESS, COMPLETE_INTEGRATION, TEST_CONNECTION);
                    case INSIGHTS_ONLY -> Set.of(TEST_CONNECTION);
                };
            case ENVIRONMENT, NAME, ADOPTION -> NONE;
        };
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("everyValueInEveryPlan")
    void aChangedValueReopensItsDependentsAndNothingElse(Plan plan, Value value, Set<StepId> expected) {
        ReopenedPlan after = new ReopenedPlan(plan.connection).change(value.change);

        assertThat(after.open()).isEqualTo(expected);
        assertThat(after.touched()).isEqualTo(expected);
        assertThat(after.connection().sheetConfirmedAt() == null).isEqualTo(expected.contains(COMPLETE_INTEGRATION));
    }

    static List<Arguments> everyOtherSetupType() {
        List<Arguments> rows = new ArrayList<>();
        for (Plan plan : Plan.values()) {
            for (SetupType type : SetupType.values()) {
                if (type != plan.connection.setupType()) {
                    rows.add(Arguments.of(plan, type));
                }
            }
        }
        return rows;
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @MethodSource("everyOtherSetupType")
    void anotherSetupTypeEmptiesTheInboundSideAndNothingElse(Plan plan, SetupType type) {
        ReopenedPlan after = new ReopenedPlan(plan.connection)
                .change(connection -> connection.withSetup(type, connection.inboundMode()));

        assertThat(after.open()).isEqualTo(plan.inboundSide());
        assertThat(after.touched()).isEqualTo(plan.inboundSide());
        assertThat(plan.inboundSide())
                .allSatisfy(step -> assertThat(after.record(step).untouched()).isTrue());
        assertThat(after.kept()).isEqualTo(PlanDefinition.of(after.connection()).secrets());
    }

    @Test
    void aStepThatLeftThePlanComesBackWithoutItsAnswer() {
        ReopenedPlan plan = new ReopenedPlan(Plan.BASIC.connection)
                .change(Value.INSTANCE_URL.change)
                .change(connection -> connection.withSetup(SetupType.INSIGHTS_ONLY, InboundMode.GATEWAY))
                .change(connection -> connection.withSetup(SetupType.BASIC, InboundMode.GATEWAY));

        assertThat(plan.record(INBOUND_CLIENT).untouched()).isTrue();
        assertThat(plan.record(INTEGRATION_USER).untouched()).isTrue();
        assertThat(plan.connection().instance()).isEqualTo(new Instance(URI.create("https://other.service-now.com")));
        assertThat(plan.kept()).containsExactly(SecretKind.OUTBOUND_CLIENT_SECRET);
    }

    @Test
    void anotherInboundModeKeepsTheCredentialsOfTheSameInstance() {
        ReopenedPlan plan = new ReopenedPlan(Plan.BASIC.connection).change(Value.INBOUND_MODE.change);

        assertThat(plan.kept()).contains(SecretKind.INSTANCE_CLIENT_SECRET, SecretKind.INSTANCE_USER_PASSWORD);
        assertThat(plan.connection().instance()).isEqualTo(Plan.BASIC.connection.instance());
    }

    @ParameterizedTest
    @EnumSource(Plan.class)
    void aTenantDomainThatIsNotResolvedYetIsAskedForAgain(Plan plan) {
        ReopenedPlan after = new ReopenedPlan(plan.connection)
                .change(connection -> connection.withTenant(new Tenant("fabrikam.com", null, null)));

        assertThat(after.open()).contains(TENANT_DOMAIN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Plan.class,
            names = {"ENTRA", "ENTRA_DIRECT"})
    void anotherRestApiApplication(Plan plan) {
        assertThat(open(
                        plan,
                        connection -> connection.withRestApplications(
                                connection.restApplications().withApi(OTHER_ID, null))))
                .containsExactlyInAnyOrder(
                        OIDC_PROVIDER, INTEGRATION_USER, INSTANCE_ACCESS, COMPLETE_INTEGRATION, TEST_CONNECTION);
    }

    @Test
    void anotherNameOfTheRestApiApplicationReopensNothing() {
        String api = Connections.entra().restApplications().apiClientId();

        assertThat(open(
                        Plan.ENTRA,
                        connection -> connection.withRestApplications(
                                connection.restApplications().withApi(api, "api://another"))))
                .isEmpty();
    }

    @Test
    void anotherRestUserApplication() {
        assertThat(open(
                        Plan.ENTRA,
                        connection -> connection.withRestApplications(
                                connection.restApplications().withUser(OTHER_ID))))
                .containsExactlyInAnyOrder(INTEGRATION_USER, INSTANCE_ACCESS, COMPLETE_INTEGRATION, TEST_CONNECTION);
    }

    @Test
    void newSecretsReopenWhatProvedTheOldOnes() {
        assertThat(after(SecretKind.OUTBOUND_CLIENT_SECRET, Plan.BASIC)).containsExactly(TEST_CONNECTION);
        assertThat(after(SecretKind.INSTANCE_CLIENT_SECRET, Plan.BASIC))
                .containsExactly(INSTANCE_ACCESS, TEST_CONNECTION);
        assertThat(after(SecretKind.INSTANCE_USER_PASSWORD, Plan.BASIC))
                .containsExactly(INSTANCE_ACCESS, TEST_CONNECTION);
    }

    @Test
    void newSecretsThatTheSheetShowsAreEnteredAgain() {
        assertThat(after(SecretKind.INSTANCE_CLIENT_SECRET, Plan.BASIC_DIRECT))
                .containsExactly(INSTANCE_ACCESS, COMPLETE_INTEGRATION, TEST_CONNECTION);
        assertThat(after(SecretKind.INSTANCE_USER_PASSWORD, Plan.BASIC_DIRECT))
                .containsExactly(INSTANCE_ACCESS, COMPLETE_INTEGRATION, TEST_CONNECTION);
        assertThat(after(SecretKind.REST_API_CLIENT_SECRET, Plan.ENTRA))
                .containsExactlyInAnyOrder(COMPLETE_INTEGRATION, TEST_CONNECTION);
        assertThat(after(SecretKind.REST_USER_CLIENT_SECRET, Plan.ENTRA))
                .containsExactlyInAnyOrder(INSTANCE_ACCESS, COMPLETE_INTEGRATION, TEST_CONNECTION);
    }

    private static Set<StepId> open(Plan plan, UnaryOperator<Connection> change) {
        return new HashSet<>(new ReopenedPlan(plan.connection).change(change).open());
    }

    private static Set<StepId> after(SecretKind kind, Plan plan) {
        return StepReopener.dependents(kind, plan.connection);
    }
}
