package dev.supportlink.setup.steps;

import static dev.supportlink.testing.SetupPath.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Environment;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.SetupType;
import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.secret.Secret;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.InstanceTrial;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.RefusedOutside;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepOutcome;
import dev.supportlink.setup.StepRecord;
import dev.supportlink.testing.Connections;
import dev.supportlink.testing.TestSettings;
import dev.supportlink.verification.BundledReasons;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentStepTest {

    private final EnvironmentStep step = new EnvironmentStep();
    private final List<URI> reached = new ArrayList<>();
    private @Nullable UpstreamException failure;

    @BeforeEach
    void wire() {
        step.server = ServerSettings.over(TestSettings.of(Map.of("supportlink.public-url", "https://link.example")));
        step.refusal = new OutsideRefusal();
        step.refusal.reasons = new BundledReasons();
        step.instances = new Reach();
    }

    @ParameterizedTest
    @CsvSource({"yes, BASIC", "no, ENTRA", "insights-only, INSIGHTS_ONLY"})
    void theAnswerAboutBasicAuthenticationChoosesTheSetupType(String answer, SetupType type) {
        assertThat(after(Connections.basic(), "{'test':true,'basicAuthenticationAllowed':'" + answer + "'}")
                        .setupType())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"gateway, GATEWAY", "direct, DIRECT"})
    void theInboundModeIsChosenHereToo(String answer, InboundMode mode) {
        assertThat(after(
                                Connections.basic(),
                                "{'test':true,'basicAuthenticationAllowed':'yes','inboundMode':'" + answer + "'}")
                        .inboundMode())
                .isEqualTo(mode);
    }

    @Test
    void whatIsLeftOutStaysAsItIs() {
        Connection direct = Connections.basic().withSetup(SetupType.BASIC, InboundMode.DIRECT);

        assertThat(after(direct, "{'test':true,'basicAuthenticationAllowed':'yes'}"))
                .isEqualTo(direct);
    }

    @Test
    void theTestFlagIsTheEnvironment() {
        assertThat(after(Connections.basic(), "{'test':false,'basicAuthenticationAllowed':'yes'}")
                        .environment())
                .isEqualTo(Environment.PRODUCTION);
    }

    @Test
    void aMissingInstanceIsGivenHereAndReached() {
        Connection after = after(
                Connections.withoutInstance(),
                "{'test':false,'basicAuthenticationAllowed':'yes','inboundMode':'direct',"
                        + "'instanceUrl':'https://Help.Contoso.com/'}");

        assertThat(after.instance()).isEqualTo(new Instance(URI.create("https://help.contoso.com")));
        assertThat(after.inboundMode()).isEqualTo(InboundMode.DIRECT);
        assertThat(reached).containsExactly(URI.create("https://help.contoso.com"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'basicAuthenticationAllowed':'yes'} | test | is missing; must be true or false",
                "{'test':'yes','basicAuthenticationAllowed':'yes'} | test | must be true or false",
                "{'test':true} | basicAuthenticationAllowed | is missing; must be \"yes\"",
                "{'test':true,'basicAuthenticationAllowed':'maybe'} | basicAuthenticationAllowed | must be \"yes\"",
                "{'test':true,'basicAuthenticationAllowed':true} | basicAuthenticationAllowed | must be \"yes\"",
                "{'test':true,'basicAuthenticationAllowed':'yes','inboundMode':'both'} | inboundMode | gateway, direct",
                "{'test':true,'basicAuthenticationAllowed':'yes','x':1} | x | is not asked for",
                "{'test':true,'basicAuthenticationAllowed':'yes','instanceUrl':'http://a.example'} | instanceUrl |"
                        + " does not begin with https://; it must be",
                "{'test':true,'basicAuthenticationAllowed':'yes','instanceUrl':'https://u:p@a.example'} | instanceUrl |"
                        + " contains a user name or password",
                "{'test':true,'basicAuthenticationAllowed':'yes','instanceUrl':'https://a.example/x'} | instanceUrl |"
                        + " has a path",
                "{'test':true,'basicAuthenticationAllowed':'yes','instanceUrl':'https://a.example?x'} | instanceUrl |"
                        + " has a part after ? or #",
                "{'test':true,'basicAuthenticationAllowed':'yes','instanceUrl':'https://127.0.0.1'} | instanceUrl |"
                        + " an IP address",
                "{'test':true,'basicAuthenticationAllowed':'yes','instanceUrl':'https://localhost'} | instanceUrl |"
                        + " a name without a domain",
                "{'test':true,'basicAuthenticationAllowed':'yes','instanceUrl':'no address'} | instanceUrl |"
                        + " such as https://contoso.service-now.com",
            })
    void aBadValueIsNamedWithWhatIsWrongAndARightOne(String answer, String field, String part) {
        assertThat(Refusals.of(step, Connections.basic(), answer))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.field()).isEqualTo(field);
                    assertThat(error.message()).contains(part);
                });
        assertThat(reached).isEmpty();
    }

    @Test
    void withoutAnInstanceItIsTestAndGateway() {
        assertThat(Refusals.of(
                        step,
                        Connections.withoutInstance(),
                        "{'test':false,'basicAuthenticationAllowed':'yes','inboundMode':'direct'}"))
                .extracting("field")
                .containsExactly("test", "inboundMode");
    }

    @Test
    void anAddressThatMayNotBeCalledIsRefusedByItsField() {
        failure = new UpstreamException("instance", Kind.REJECTED, "address-not-allowed", "It resolves to loopback.");

        assertThatThrownBy(() -> change(
                        Connections.basic(),
                        "{'test':true,'basicAuthenticationAllowed':'yes','instanceUrl':'https://inside.example'}"))
                .isInstanceOfSatisfying(
                        RefusedOutside.class,
                        refused ->
                                assertThat(refused.errors()).extracting("field").containsExactly("instanceUrl"));
    }

    @Test
    void anInstanceThatCannotBeReachedIsNoMistakeOfTheAdmin() {
        failure = new UpstreamException("instance", Kind.UNAVAILABLE, "connect", "No connection.");

        assertThatThrownBy(() -> change(Connections.basic(), "{'test':true,'basicAuthenticationAllowed':'yes'}"))
                .isSameAs(failure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'test':true,'basicAuthenticationAllowed':'yes'} | true",
                "{'test':true,'basicAuthenticationAllowed':'yes','inboundMode':'gateway'} | true",
                "{'test':true,'basicAuthenticationAllowed':'yes','instanceUrl':'https://CONTOSO.service-now.com'} | true",
                "{'test':false,'basicAuthenticationAllowed':'yes'} | false",
                "{'test':true,'basicAuthenticationAllowed':'no'} | false",
                "{'test':true,'basicAuthenticationAllowed':'yes','inboundMode':'direct'} | false",
                "{'test':true,'basicAuthenticationAllowed':'yes','instanceUrl':'https://other.example'} | false",
            })
    void anOvertakenAnswerNoLongerHolds(String answer, boolean holds) {
        StepRecord record = new StepRecord(
                StepId.ENVIRONMENT, 1, StepOutcome.DONE, json(answer), List.of(), null, "somebody", null);

        assertThat(step.holds(new PlanContext(Connections.basic(), Map.of(StepId.ENVIRONMENT, record))))
                .isEqualTo(holds);
    }

    private Connection after(Connection connection, String answer) {
        return change(connection, answer).connection().apply(connection);
    }

    private StepChange change(Connection connection, String answer) {
        return step.answer(new PlanContext(connection, Map.of()), new Answers(json(answer)), "somebody");
    }

    /** Notes what was reached, or fails. */
    private final class Reach implements InstanceTrial {

        @Override
        public void reach(URI instanceUrl) {
            reached.add(instanceUrl);
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public void signIn(Instance instance, Secret clientSecret, Secret password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void signInByToken(Connection connection) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forget(Connection connection) {
            throw new UnsupportedOperationException();
        }
    }
}
