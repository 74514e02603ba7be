package dev.supportlink.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class UseLogTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final List<String> written = new ArrayList<>();
    private final List<Runnable> background = new ArrayList<>();

    @Test
    void usesWaitForTheBackgroundAndAreWrittenOnce() {
        UseLog log = new UseLog(background::add, this::write);
        log.used("a", NOW);
        log.used("a", NOW.plusSeconds(1));
        log.used("b", NOW.plusSeconds(2));

        assertThat(written).isEmpty();
        assertThat(background).hasSize(1);
        background.get(0).run();
        assertThat(written).containsExactlyInAnyOrder("a " + NOW, "b " + NOW.plusSeconds(2));
    }

    @Test
    void useIsWrittenAgainAfterAMinute() {
        UseLog log = new UseLog(Runnable::run, this::write);
        log.used("a", NOW);
        log.used("a", NOW.plusSeconds(59));
        log.used("a", NOW.plusSeconds(60));

        assertThat(written).containsExactly("a " + NOW, "a " + NOW.plusSeconds(60));
    }

    @Test
    void failedWriteIsTriedAtTheNextUse() {
        List<String> attempts = new ArrayList<>();
        UseLog log = new UseLog(Runnable::run, (id, at) -> {
            attempts.add(id);
            if (attempts.size() == 1) {
                throw new IllegalStateException("no database");
            }
        });
        log.used("a", NOW);
        log.used("a", NOW.plusSeconds(1));

        assertThat(attempts).hasSize(2);
    }

    @Test
    void memoryIsBounded() {
        UseLog log = new UseLog(background::add, this::write);
        for (int number = 0; number < 30_000; number++) {
            log.used("id " + number, NOW);
        }
        background.forEach(Runnable::run);

        assertThat(written).hasSize(10_000);
    }

    @Test
    void stoppingServerIsNoProblemOfTheCaller() {
        Executor stopping = work -> {
            throw new RejectedExecutionException();
        };
        UseLog log = new UseLog(stopping, this::write);

        log.used("a", NOW);
        log.used("b", NOW);

        assertThat(written).isEmpty();
    }

    private void write(String id, Instant at) {
        written.add(id + " " + at);
    }
}
