package dev.supportlink.inbound;

import static dev.supportlink.inbound.InboundBeans.CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.SetupType;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.secret.Secret;
import dev.supportlink.testing.Connections;
import dev.supportlink.verification.BundledReasons;
import dev.supportlink.verification.CheckRun;
import dev.supportlink.verification.Outcome;
import dev.supportlink.verification.Outcome.Verdict;
import dev.supportlink.verification.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboundPathCheckTest {

    private static final UpstreamException NO_WAY =
            new UpstreamException("self", Kind.UNAVAILABLE, "connect", "No connection to desk.example.");

    private final InboundBeans beans = new InboundBeans();
    private final List<ProbeCredentials> probes = new ArrayList<>();
    private final List<String> ways = new ArrayList<>();
    private final InboundPathCheck check = new InboundPathCheck();
    private @Nullable UpstreamException failure;

    @BeforeEach
    void wire() {
        check.identities = beans.registry;
        check.probe = beans.probe;
        check.reasons = new BundledReasons();
        check.clock = beans.clock;
        check.caller = new Caller();
        check.direct = connection -> go("instance of " + connection.id());
        assertThat(CONNECTION).isEqualTo(Connections.basic().id());
    }

    @Test
    void passesWhenTheProbeComesThrough() {
        beans.caller(CONNECTION);

        assertThat(run().verdict()).isEqualTo(Verdict.PASSED);
        assertThat(probes).extracting(ProbeCredentials::connectionId).containsExactly(CONNECTION);
    }

    @Test
    void waitsForTheTenantAdmin() {
        beans.caller(CONNECTION);
        Outcome outcome = check.run(new CheckRun("v", Connections.basic(), Trigger.SCHEDULE));

        assertThat(outcome.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(outcome.reason()).isEqualTo("waiting-for-m365-admin");
        assertThat(probes).isEmpty();
    }

    @Test
    void nobodyCallsWhereThereIsNoInboundSide() {
        beans.caller(CONNECTION);

        Outcome outcome = run(Connections.basic().withSetup(SetupType.INSIGHTS_ONLY, InboundMode.GATEWAY));

        assertThat(outcome.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(outcome.reason()).isEqualTo("insights-only");
    }

    @Test
    void unreachableFromInsideFailsWhenNobodyCalls() {
        beans.caller(CONNECTION);
        failure = NO_WAY;

        Outcome outcome = run();

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(outcome.reason()).isEqualTo("public-url-unreachable-from-inside");
        assertThat(outcome.seen()).isEqualTo("No connection to desk.example.");
    }

    @Test
    void unreachableFromInsideIsAWarningWhileRealCallersArrive() {
        beans.caller(CONNECTION).signedIn();
        failure = NO_WAY;

        beans.clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(run().verdict()).isEqualTo(Verdict.WARNING);

        beans.clock.advance(Duration.ofSeconds(1));
        assertThat(run().verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void wrongAnswerIsLeftToTheCatalogue() {
        beans.caller(CONNECTION).signedIn();
        failure = new UpstreamException("self", Kind.UNAUTHENTICATED, null, "The public URL answered 401.");

        assertThatThrownBy(this::run).isSameAs(failure);
    }

    @Test
    void serverErrorIsAnAnswerToo() {
        beans.caller(CONNECTION).signedIn();
        failure = new UpstreamException("self", Kind.UNAVAILABLE, null, "The public URL answered 503.");

        assertThatThrownBy(this::run).isSameAs(failure);
    }

    @Test
    void entraCallersAreTriedWithATokenOfTheTenant() {
        beans.caller(CONNECTION);

        Outcome outcome = run(Connections.entra());

        assertThat(outcome.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(ways).containsExactly("token of " + Connections.REST_USER_ID);
    }

    @Test
    void refusalOfEntraIsNoUnreachablePublicUrl() {
        beans.caller(CONNECTION);
        failure = new UpstreamException("entra", Kind.UNAVAILABLE, "connect", "No connection to the login host.");

        assertThatThrownBy(() -> run(Connections.entra())).isSameAs(failure);
    }

    @Test
    void directCallersAreTriedAtTheInstance() {
        beans.caller(CONNECTION);

        Outcome basic = run(Connections.basic().withSetup(SetupType.BASIC, InboundMode.DIRECT));
        Outcome entra = run(Connections.entra().withSetup(SetupType.ENTRA, InboundMode.DIRECT));

        assertThat(basic.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(entra.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(ways).containsExactly("instance of " + CONNECTION, "instance of " + CONNECTION);
    }

    @Test
    void refusalOfTheInstanceIsLeftToTheCatalogue() {
        beans.caller(CONNECTION);
        failure = new UpstreamException("instance", Kind.UNAVAILABLE, "dns", "No such host.");

        assertThatThrownBy(() -> run(Connections.basic().withSetup(SetupType.BASIC, InboundMode.DIRECT)))
                .isSameAs(failure);
    }

    private Outcome run() {
        Connection confirmed = Connections.basic().withSheetConfirmedAt(beans.clock.instant());
        return check.run(new CheckRun("v", confirmed, Trigger.SCHEDULE));
    }

    private Outcome run(Connection connection) {
        Connection confirmed = connection.withSheetConfirmedAt(beans.clock.instant());
        return check.run(new CheckRun("v", confirmed, Trigger.SCHEDULE));
    }

    private void go(String way) {
        ways.add(way);
        if (failure != null) {
            throw failure;
        }
    }

    private final class Caller implements ProbeCaller {

        @Override
        public void signInReadAndRevoke(ProbeCredentials credentials) {
            probes.add(credentials);
            go("password grant");
        }

        @Override
        public void readAsApplication(Connection connection, Secret pass) {
            assertThat(beans.probe.mayPass(pass)).isTrue();
            go("token of " + connection.restApplications().userClientId());
        }
    }
}
