package dev.supportlink.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;
import dev.supportlink.testing.AuditNotes;
import dev.supportlink.testing.BeanList;
import dev.supportlink.testing.TurnableClock;
import jakarta.batch.operations.JobStartException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The launcher over executions in memory and a batch container that the test plays. */
class JobLauncherTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final TurnableClock clock = new TurnableClock(NOW);
    private final InMemoryExecutions executions = new InMemoryExecutions();
    private final PlayedContainer container = new PlayedContainer();
    private final AuditNotes audit = new AuditNotes();
    private final List<ScheduledWork> work = new ArrayList<>();
    private final JobLauncher launcher = launcher(ledger());

    @Test
    void jobStartedByHandTakesInEverything() {
        Execution started = launcher.start(Job.VERIFY_CONNECTIONS, "admin");

        assertThat(started.status()).isEqualTo(Execution.Status.RUNNING);
        assertThat(container.started).containsExactly("verify-connections {selection=all}");
        assertThat(audit.lines())
                .containsExactly("admin job-started {execution=" + started.id() + ", job=verify-connections}");
    }

    @Test
    void endOfTheBatchExecutionIsTheEndOfOurs() {
        Execution started = launcher.start(Job.VERIFY_CONNECTIONS, "admin");
        Instant end = NOW.plusSeconds(5);
        container.end = new BatchContainer.End(Execution.Status.COMPLETED, end, Tally.parse("passed=3"));

        Execution ended = launcher.await(started, Duration.ofSeconds(5));

        assertThat(ended.status()).isEqualTo(Execution.Status.COMPLETED);
        assertThat(ended.finishedAt()).isEqualTo(end);
        assertThat(ended.counts().counts()).isEqualTo(Map.of("passed", 3L));
        assertThat(executions.find(started.id())).contains(ended);
    }

    @Test
    void waitThatRunsOutAnswersTheRunningExecution() {
        Execution started = launcher.start(Job.VERIFY_CONNECTIONS, "admin");

        assertThat(launcher.await(started, Duration.ofMillis(20)).running()).isTrue();
    }

    @Test
    void secondStartOfARunningJobIsRefused() {
        Execution running = launcher.start(Job.VERIFY_CONNECTIONS, "admin");

        assertThatThrownBy(() -> launcher.start(Job.VERIFY_CONNECTIONS, "admin"))
                .isInstanceOfSatisfying(JobAlreadyRunning.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo(ProblemType.CONFLICT);
                    assertThat(refusal.extensions()).isEqualTo(Map.of("execution", running.id()));
                });
        assertThat(container.started).hasSize(1);
    }

    @Test
    void otherJobMayRunBesides() {
        launcher.start(Job.VERIFY_CONNECTIONS, "admin");
        launcher.start(Job.DELIVER_INCIDENTS, "admin");

        assertThat(container.started).hasSize(2);
    }

    @Test
    void jobMayStartAgainAfterItsEnd() {
        launcher.start(Job.VERIFY_CONNECTIONS, "admin");
        container.end = new BatchContainer.End(Execution.Status.FAILED, NOW, Tally.EMPTY);
        launcher.start(Job.VERIFY_CONNECTIONS, "admin");

        assertThat(container.started).hasSize(2);
    }

    @Test
    void executionOfADeadServerEndsWithItsLease() {
        Execution dead = launcher.start(Job.VERIFY_CONNECTIONS, "admin");
        JobLauncher otherNode = launcher(ledger());
        clock.advance(ExecutionLedger.LEASE.minusSeconds(1));
        assertThatThrownBy(() -> otherNode.start(Job.VERIFY_CONNECTIONS, "admin"))
                .isInstanceOf(JobAlreadyRunning.class);

        clock.advance(Duration.ofSeconds(1));
        otherNode.start(Job.VERIFY_CONNECTIONS, "admin");

        assertThat(otherNode.read(Job.VERIFY_CONNECTIONS, dead.id()).status()).isEqualTo(Execution.Status.FAILED);
    }

    @Test
    void livingNodeKeepsItsLongExecution() {
        launcher.start(Job.VERIFY_CONNECTIONS, "admin");
        for (int minute = 0; minute < 10; minute++) {
            clock.advance(Duration.ofMinutes(1));
            launcher.ledger.renew();
        }

        assertThatThrownBy(() -> launcher(ledger()).start(Job.VERIFY_CONNECTIONS, "admin"))
                .isInstanceOf(JobAlreadyRunning.class);
    }

    @Test
    void startThatTheContainerRefusesLeavesNothingBehind() {
        container.refusing = true;

        assertThatThrownBy(() -> launcher.start(Job.VERIFY_CONNECTIONS, "admin"))
                .isInstanceOf(JobStartException.class);
        assertThat(executions.running()).isEmpty();
    }

    @Test
    void scheduleStartsAJobOnlyWhenSomethingIsDue() {
        work.add(new Work(Job.DELIVER_INCIDENTS, true));
        work.add(new Work(Job.VERIFY_CONNECTIONS, false));
        launcher.startDue(Job.VERIFY_CONNECTIONS);
        launcher.startDue(Job.DELIVER_INCIDENTS);

        assertThat(container.started).containsExactly("deliver-incidents {selection=due}");
    }

    @Test
    void scheduleLetsARunningJobRun() {
        work.add(new Work(Job.VERIFY_CONNECTIONS, true));
        launcher.startDue(Job.VERIFY_CONNECTIONS);
        launcher.startDue(Job.VERIFY_CONNECTIONS);

        assertThat(container.started).hasSize(1);
    }

    @Test
    void executionOfAnotherJobIsNotFound() {
        Execution started = launcher.start(Job.VERIFY_CONNECTIONS, "admin");

        assertThatThrownBy(() -> launcher.read(Job.DELIVER_INCIDENTS, started.id()))
                .isInstanceOf(ExecutionNotFound.class)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        missing -> assertThat(missing.type()).isEqualTo(ProblemType.NOT_FOUND));
    }

    private JobLauncher launcher(ExecutionLedger ledger) {
        JobLauncher made = new JobLauncher();
        made.ledger = ledger;
        made.executions = executions;
        made.watch = watch();
        made.container = container;
        made.work = new BeanList<>(work);
        made.audit = audit;
        return made;
    }

    private ExecutionLedger ledger() {
        ExecutionLedger ledger = new ExecutionLedger();
        ledger.executions = executions;
        ledger.clock = clock;
        return ledger;
    }

    private ExecutionWatch watch() {
        ExecutionWatch watch = new ExecutionWatch();
        watch.executions = executions;
        watch.container = container;
        watch.clock = clock;
        return watch;
    }

    private record Work(Job job, boolean anythingDue) implements ScheduledWork {}

    /** Takes every job and says of all of them what the test says. */
    private static final class PlayedContainer extends BatchContainer {

        private final List<String> started = new ArrayList<>();
        private boolean refusing;
        private End end;

        @Override
        long start(Job job, Map<String, String> parameters) {
            if (refusing) {
                throw new JobStartException("no");
            }
            started.add(job.word() + " " + parameters);
            return started.size();
        }

        @Override
        Optional<End> end(long batchId, Instant now) {
            return Optional.ofNullable(end);
        }
    }
}
