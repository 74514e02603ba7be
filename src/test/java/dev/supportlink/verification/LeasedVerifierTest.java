package dev.supportlink.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionNotFound;
import dev.supportlink.connection.Health;
import dev.supportlink.connection.HealthRecord;
import dev.supportlink.connection.Instance;
import dev.supportlink.testing.AuditNotes;
import dev.supportlink.testing.Connections;
import dev.supportlink.testing.InMemoryConnections;
import dev.supportlink.testing.TurnableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The verifier over repositories in memory, with checks that the test writes down. */
class LeasedVerifierTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final String ACTOR = "job:verify-connections";

    private final TurnableClock clock = new TurnableClock(NOW);
    private final InMemoryConnections connections = new InMemoryConnections();
    private final InMemoryVerifications verifications = new InMemoryVerifications();
    private final AuditNotes audit = new AuditNotes();
    private final EngineFixture fixture = new EngineFixture();
    private final LeasedVerifier verifier = verifier();

    @BeforeEach
    void oneConnectionThatIsFine() {
        connections.add(Connections.complete("a"));
        CheckDefinition.BASIC_GATEWAY.forEach(definition -> fixture.passing(definition.id()));
    }

    @AfterEach
    void stopThreads() {
        fixture.close();
    }

    @Test
    void finishedRunStoresReportAndHealth() {
        Verification finished = run();

        assertThat(finished.status()).isEqualTo(Verification.Status.PASSED);
        assertThat(finished.checks()).hasSameSizeAs(CheckDefinition.BASIC_GATEWAY);
        assertThat(verifier.newest("a")).contains(finished);
        assertThat(health().health()).isEqualTo(Health.HEALTHY);
        assertThat(health().lastVerifiedAt()).isEqualTo(NOW);
        assertThat(health().lastHealthyAt()).isEqualTo(NOW);
        assertThat(health().nextVerificationAt()).isAfter(NOW.plus(Duration.ofMinutes(29)));
        assertThat(audit.lines()).containsExactly(ACTOR + " health-changed {from=unchecked, to=healthy}");
    }

    @Test
    void optionalFailureDegradesAndDoesNotFailTheRun() {
        failing("integration-user-role", "role-missing");

        assertThat(run().status()).isEqualTo(Verification.Status.PASSED);
        assertThat(health().health()).isEqualTo(Health.DEGRADED);
        assertThat(health().lastHealthyAt()).isNull();
    }

    @Test
    void refusedInstanceIsRefusedAtOnceAndKeepsTheLastHealthyTime() {
        run();
        clock.advance(Duration.ofHours(1));
        failing("instance-sign-in", "instance-server-error");

        assertThat(run().status()).isEqualTo(Verification.Status.FAILED);
        assertThat(health().health()).isEqualTo(Health.REFUSED);
        assertThat(health().lastHealthyAt()).isEqualTo(NOW);
        assertThat(health().lastVerifiedAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void refusalByEntraIsReportedAtOnceAndCountsWhenConfirmed() {
        run();
        failing("outbound-token", "aadsts-7000215");

        assertThat(run().status()).isEqualTo(Verification.Status.FAILED);
        assertThat(health().health()).isEqualTo(Health.HEALTHY);
        assertThat(health().nextVerificationAt()).isEqualTo(NOW.plusSeconds(60));

        clock.advance(Duration.ofSeconds(60));
        run();

        assertThat(health().health()).isEqualTo(Health.REFUSED);
        assertThat(health().nextVerificationAt()).isAfter(clock.instant().plus(Duration.ofMinutes(29)));
    }

    @Test
    void impatientSecondRunConfirmsNothing() {
        failing("outbound-token", "aadsts-7000215");
        run();
        clock.advance(Duration.ofSeconds(10));
        run();

        assertThat(health().health()).isEqualTo(Health.UNCHECKED);
        assertThat(health().nextVerificationAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void successBetweenTwoRefusalsByEntraStartsTheCountAnew() {
        failing("outbound-token", "aadsts-7000215");
        run();
        fixture.passing("outbound-token");
        clock.advance(Duration.ofSeconds(60));
        run();
        failing("outbound-token", "aadsts-7000215");
        clock.advance(Duration.ofSeconds(60));
        run();

        assertThat(health().health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void unreachableConnectionIsTriedAgainSooner() {
        failing("instance-sign-in", "timeout");
        run();
        Duration first = Duration.between(clock.instant(), health().nextVerificationAt());
        run();
        Duration second = Duration.between(clock.instant(), health().nextVerificationAt());

        assertThat(health().health()).isEqualTo(Health.UNREACHABLE);
        assertThat(first).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(72));
        assertThat(second).isEqualTo(first.multipliedBy(2));
    }

    @Test
    void connectionWaitsForTheTenantAdmin() {
        connections.save(connections.get("a").withSheetConfirmedAt(null));
        run();

        assertThat(health().health()).isEqualTo(Health.WAITING);
    }

    @Test
    void findingsAboutAnotherTargetDoNotTouchTheHealth() {
        fixture.check("instance-sign-in", run -> {
            Connection connection = connections.get("a");
            connections.save(connection.withInstance(new Instance(URI.create("https://other.service-now.com"))));
            return Outcome.failed(fixture.reasons.reason("instance-server-error"), null, null);
        });

        assertThat(run().status()).isEqualTo(Verification.Status.FAILED);
        assertThat(health()).isEqualTo(HealthRecord.UNCHECKED);
    }

    @Test
    void secondStartAnswersTheRunningOne() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        fixture.check("inbound-path", run -> waitFor(goOn));

        Verification first = verifier.start("a", Trigger.PERSON, "admin");
        Verification second = verifier.start("a", Trigger.PERSON, "admin");
        Verification third = verifier.run("a", Trigger.SCHEDULE, ACTOR);
        Verification early = verifier.await(first.id(), Duration.ofMillis(50));
        goOn.countDown();
        Verification finished = verifier.await(first.id(), Duration.ofSeconds(10));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(third.id()).isEqualTo(first.id());
        assertThat(early.status()).isEqualTo(Verification.Status.RUNNING);
        assertThat(finished.status()).isEqualTo(Verification.Status.PASSED);
        assertThat(audit.lines()).first().isEqualTo("admin verification-started {verification=" + first.id() + "}");
    }

    @Test
    void runOfADeadServerIsTakenOverAndItsLateReportIsNotStored() {
        VerificationTicket dead = verifier.ledger.begin("a", Trigger.SCHEDULE, ACTOR);
        clock.advance(Duration.ofSeconds(179));
        Verification tooEarly = run();
        clock.advance(Duration.ofSeconds(1));
        Verification finished = run();
        failing("instance-sign-in", "instance-server-error");
        Verification late = verifier.ledger.close(
                dead,
                dead.owner(),
                fixture.engine
                        .start(dead.checkRun(), CheckDefinition.BASIC_GATEWAY)
                        .join());

        assertThat(tooEarly.status()).isEqualTo(Verification.Status.RUNNING);
        assertThat(finished.id()).isEqualTo(dead.verification().id());
        assertThat(finished.status()).isEqualTo(Verification.Status.PASSED);
        assertThat(late).isEqualTo(finished);
        assertThat(health().health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void onlyTheNewestHundredAreKept() {
        for (int run = 0; run < VerificationLedger.KEPT + 5; run++) {
            run();
        }

        assertThat(verifications.size()).isEqualTo(VerificationLedger.KEPT);
    }

    @Test
    void connectionThatDoesNotExistIsNotFound() {
        assertThatThrownBy(() -> verifier.start("b", Trigger.PERSON, "admin")).isInstanceOf(ConnectionNotFound.class);
        assertThatThrownBy(() -> verifier.await("v", Duration.ZERO)).isInstanceOf(VerificationNotFound.class);
    }

    @Test
    void startThatFindsNoPlaceLeavesNothingBehind() {
        fixture.threads.full = true;

        assertThatThrownBy(() -> verifier.start("a", Trigger.PERSON, "admin")).isInstanceOf(TooManyVerifications.class);
        assertThat(verifications.size()).isZero();
    }

    private Verification run() {
        return verifier.run("a", Trigger.SCHEDULE, ACTOR);
    }

    private HealthRecord health() {
        return connections.get("a").health();
    }

    private void failing(String check, String reason) {
        fixture.check(check, run -> Outcome.failed(fixture.reasons.reason(reason), null, null));
    }

    private static Outcome waitFor(CountDownLatch goOn) {
        try {
            return Outcome.passed("gone on: " + goOn.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException asked) {
            throw new IllegalStateException(asked);
        }
    }

    private LeasedVerifier verifier() {
        LeasedVerifier made = new LeasedVerifier();
        made.ledger = ledger();
        made.verifications = verifications;
        made.engine = fixture.engine;
        made.threads = fixture.threads;
        return made;
    }

    private VerificationLedger ledger() {
        VerificationLedger ledger = new VerificationLedger();
        ledger.connections = connections;
        ledger.verifications = verifications;
        ledger.health = keeper();
        ledger.settings = EngineFixture.settings("supportlink.verification.check-timeout", "PT30S");
        ledger.audit = audit;
        ledger.clock = clock;
        return ledger;
    }

    private HealthKeeper keeper() {
        HealthKeeper keeper = new HealthKeeper();
        keeper.reasons = fixture.reasons;
        keeper.verifications = verifications;
        keeper.connections = connections;
        keeper.settings = EngineFixture.settings("supportlink.verification.interval", "PT1H");
        keeper.audit = audit;
        return keeper;
    }
}
