package dev.supportlink.verification;

import dev.supportlink.platform.config.Settings;
import dev.supportlink.testing.BeanList;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A check engine with real threads and checks that the test writes down. */
final class EngineFixture implements AutoCloseable {

    final BundledReasons reasons = new BundledReasons();
    final CheckEngine engine = new CheckEngine();
    final ExecutorService pool = Executors.newCachedThreadPool();
    final PlainThreads threads = new PlainThreads(pool);

    private final List<Check> checks = new ArrayList<>();

    EngineFixture() {
        engine.reasons = reasons;
        engine.checks = new BeanList<>(checks);
        engine.threads = threads;
        checkTimeout(Duration.ofSeconds(10));
    }

    void checkTimeout(Duration atMost) {
        engine.settings = settings("supportlink.verification.check-timeout", atMost.toString());
    }

    void passing(String id) {
        check(id, run -> Outcome.passed("fine"));
    }

    void check(String id, Function<CheckRun, Outcome> work) {
        checks.removeIf(check -> check.id().equals(id));
        checks.add(new WrittenCheck(id, work));
    }

    static VerificationSettings settings(String name, String value) {
        return VerificationSettings.over(Settings.over(
                new SmallRyeConfigBuilder().withDefaultValue(name, value).build()));
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    private record WrittenCheck(String id, Function<CheckRun, Outcome> work) implements Check {

        @Override
        public Outcome run(CheckRun run) {
            return work.apply(run);
        }
    }

    /** Plain threads without limit, and places for background runs as the test likes. */
    static final class PlainThreads extends VerificationThreads {

        private final ExecutorService pool;
        boolean full;

        PlainThreads(ExecutorService pool) {
            this.pool = pool;
        }

        @Override
        ExecutorService forChecks() {
            return pool;
        }

        @Override
        boolean enter() {
            return !full;
        }
    }
}
