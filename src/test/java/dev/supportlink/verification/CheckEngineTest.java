package dev.supportlink.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.testing.Connections;
import dev.supportlink.verification.Outcome.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckEngineTest {

    private static final CheckDefinition FIRST = definition("first", Side.ENTRA);
    private static final CheckDefinition SECOND = definition("second", Side.ENTRA, "first");
    private static final CheckDefinition THIRD = definition("third", Side.GRAPH, "second");
    private static final CheckDefinition OTHER = definition("other", Side.INSTANCE);
    private static final List<CheckDefinition> ALL = List.of(FIRST, SECOND, THIRD, OTHER);

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void stopThreads() {
        fixture.close();
    }

    @Test
    void everyCheckIsReportedInTheOrderOfTheDefinition() {
        ALL.forEach(definition -> fixture.passing(definition.id()));

        List<CheckResult> report = run();

        assertThat(report).extracting(CheckResult::check).containsExactlyElementsOf(ALL);
        assertThat(report).extracting(line -> line.outcome().verdict()).containsOnly(Verdict.PASSED);
    }

    @Test
    void whatDependsOnAFailureIsSkippedAndTheRestStillRuns() {
        fixture.check("first", run -> Outcome.failed(fixture.reasons.reason("dns"), null, null));
        List.of("second", "third", "other").forEach(fixture::passing);

        assertThat(run())
                .extracting(line -> line.outcome().verdict())
                .containsExactly(Verdict.FAILED, Verdict.SKIPPED, Verdict.SKIPPED, Verdict.PASSED);
        assertThat(run().get(2).outcome().reason()).isEqualTo("earlier-check-failed");
    }

    @Test
    void checkAfterASkippedOneStillRuns() {
        fixture.check("first", run -> Outcome.skipped(fixture.reasons.reason("no-instance")));
        List.of("second", "third", "other").forEach(fixture::passing);

        assertThat(run().get(1).outcome().verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void failureOfAnOutsideSystemIsExplained() {
        fixture.check("first", run -> {
            throw new UpstreamException("entra", Kind.UNAUTHENTICATED, "aadsts-7000222", "the secret has expired");
        });
        List.of("second", "third", "other").forEach(fixture::passing);

        Outcome outcome = run().get(0).outcome();

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(outcome.reason()).isEqualTo("aadsts-7000222");
        assertThat(outcome.seen()).isEqualTo("the secret has expired");
        assertThat(outcome.remedy()).isNotNull();
    }

    @Test
    void bugInOneCheckFailsThatCheckOnly() {
        fixture.check("first", run -> {
            throw new IllegalStateException("a bug");
        });
        fixture.check("other", run -> {
            throw new StackOverflowError();
        });
        List.of("second", "third").forEach(fixture::passing);

        List<CheckResult> report = run();

        assertThat(report.get(0).outcome().reason()).isEqualTo("check-broken");
        assertThat(report.get(0).outcome().seen()).isEqualTo("IllegalStateException");
        assertThat(report.get(3).outcome().reason()).isEqualTo("check-broken");
    }

    @Test
    void checkThatNobodyImplementsIsBrokenAndDoesNotStopTheOthers() {
        List.of("second", "third", "other").forEach(fixture::passing);

        List<CheckResult> report = run();

        assertThat(report.get(0).outcome().reason()).isEqualTo("check-broken");
        assertThat(report.get(3).outcome().verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void checkThatDoesNotEndFailsInTimeAndIsInterrupted() throws InterruptedException {
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        fixture.checkTimeout(Duration.ofMillis(50));
        fixture.check("first", run -> {
            interrupted.set(hang());
            ended.countDown();
            return Outcome.passed("too late");
        });
        List.of("second", "third", "other").forEach(fixture::passing);

        List<CheckResult> report = run();

        assertThat(report.get(0).outcome().reason()).isEqualTo("check-timeout");
        assertThat(report.get(3).outcome().verdict()).isEqualTo(Verdict.PASSED);
        assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(interrupted).isTrue();
    }

    @Test
    void checksThatDoNotDependOnEachOtherRunSideBySide() {
        CyclicBarrier bothAreThere = new CyclicBarrier(2);
        Map.of("first", "one side", "other", "the other side")
                .forEach((id, message) -> fixture.check(id, run -> meet(bothAreThere, message)));
        List.of("second", "third").forEach(fixture::passing);

        assertThat(run()).extracting(line -> line.outcome().verdict()).containsOnly(Verdict.PASSED);
    }

    @Test
    void setUpStepRunsOneSideOnly() {
        CheckDefinition.BASIC_GATEWAY.forEach(definition -> fixture.passing(definition.id()));

        List<CheckResult> report = fixture.engine.run(Connections.complete("a"), Trigger.PERSON, Side.INSTANCE);

        assertThat(report).extracting(line -> line.check().side()).containsOnly(Side.INSTANCE);
        assertThat(report).extracting(line -> line.check().id()).startsWith("instance-sign-in", "incident-read");
    }

    private List<CheckResult> run() {
        return fixture.engine
                .start(new CheckRun("v", Connections.complete("a"), Trigger.PERSON), ALL)
                .join();
    }

    private static boolean hang() {
        try {
            new CountDownLatch(1).await();
            return false;
        } catch (InterruptedException asked) {
            return true;
        }
    }

    private static Outcome meet(CyclicBarrier barrier, String message) {
        try {
            barrier.await(5, TimeUnit.SECONDS);
            return Outcome.passed(message);
        } catch (Exception alone) {
            throw new IllegalStateException(alone);
        }
    }

    private static CheckDefinition definition(String id, Side side, String... after) {
        return new CheckDefinition(id, "The " + id, side, true, List.of(after));
    }
}
