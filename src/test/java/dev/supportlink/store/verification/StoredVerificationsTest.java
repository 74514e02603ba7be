package dev.supportlink.store.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.testing.StoredConnection;
import dev.supportlink.testing.TestDatabase;
import dev.supportlink.verification.BundledReasons;
import dev.supportlink.verification.CheckDefinition;
import dev.supportlink.verification.CheckResult;
import dev.supportlink.verification.Lease;
import dev.supportlink.verification.Outcome;
import dev.supportlink.verification.Side;
import dev.supportlink.verification.Streak;
import dev.supportlink.verification.Trigger;
import dev.supportlink.verification.Verification;
import dev.supportlink.verification.VerificationRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stored verifications on both databases. */
class StoredVerificationsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Lease MINE = new Lease("me", NOW.plusSeconds(600));

    @ParameterizedTest
    @EnumSource
    void finishedVerificationComesBackWithItsReport(TestDatabase database) {
        VerificationRepository stored = stored(database);
        Verification running = running(StoredConnection.in(database), NOW);
        Verification finished = finished(running);
        stored.add(running, MINE);

        assertThat(stored.running(running.connectionId())).contains(running);
        assertThat(stored.leased(running.id(), NOW)).isTrue();
        assertThat(stored.finish(finished, "me", new Streak(NOW, 2))).isTrue();
        assertThat(stored.find(running.id())).contains(finished);
        assertThat(stored.newest(running.connectionId())).contains(finished);
        assertThat(stored.running(running.connectionId())).isEmpty();
        assertThat(stored.lastStreak(running.connectionId())).isEqualTo(new Streak(NOW, 2));
    }

    @ParameterizedTest
    @EnumSource
    void leaseThatWentToAnotherStoresNothing(TestDatabase database) {
        VerificationRepository stored = stored(database);
        Verification running = running(StoredConnection.in(database), NOW);
        stored.add(running, MINE);
        stored.takeOver(running.id(), new Lease("other", NOW.plusSeconds(1200)));

        assertThat(stored.finish(finished(running), "me", Streak.NONE)).isFalse();
        stored.withdraw(running.id(), "me");
        assertThat(stored.find(running.id())).contains(running);
        assertThat(stored.leased(running.id(), NOW.plusSeconds(1000))).isTrue();
        assertThat(stored.leased(running.id(), NOW.plusSeconds(1200))).isFalse();
        stored.withdraw(running.id(), "other");
        assertThat(stored.find(running.id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void streakOfARunningVerificationDoesNotCount(TestDatabase database) {
        VerificationRepository stored = stored(database);
        Verification first = running(StoredConnection.in(database), NOW);
        stored.add(first, MINE);
        stored.finish(finished(first), "me", new Streak(null, 3));
        stored.add(running(first.connectionId(), NOW.plusSeconds(5)), MINE);

        assertThat(stored.lastStreak(first.connectionId())).isEqualTo(new Streak(null, 3));
        assertThat(stored.lastStreak(Ids.next())).isEqualTo(Streak.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void listIsPagedNewestFirst(TestDatabase database) {
        VerificationRepository stored = stored(database);
        String connection = StoredConnection.in(database);
        // Pairs share their time, so that the id has to decide.
        IntStream.range(0, 7).forEach(number -> stored.add(running(connection, NOW.plusSeconds(number / 2)), MINE));
        List<Verification> seen = new ArrayList<>();
        Slice<Verification> page = stored.list(connection, new PageRequest(3, null));
        seen.addAll(page.items());
        while (page.nextCursor() != null) {
            page = stored.list(connection, new PageRequest(3, page.nextCursor()));
            seen.addAll(page.items());
        }

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(seen).extracting(Verification::startedAt).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheNewestStay(TestDatabase database) {
        VerificationRepository stored = stored(database);
        String connection = StoredConnection.in(database);
        IntStream.range(0, 6).forEach(number -> stored.add(running(connection, NOW.plusSeconds(number)), MINE));
        stored.keepNewest(connection, 2);

        assertThat(stored.list(connection, new PageRequest(10, null)).items())
                .extracting(Verification::startedAt)
                .containsExactly(NOW.plusSeconds(5), NOW.plusSeconds(4));
    }

    @ParameterizedTest
    @EnumSource
    void madeUpCursorIsRefused(TestDatabase database) {
        assertThatThrownBy(() -> stored(database).list(Ids.next(), new PageRequest(3, "made-up")))
                .isInstanceOf(InvalidInput.class);
    }

    private static Verification running(String connection, Instant startedAt) {
        return new Verification(
                Ids.next(), connection, Trigger.PERSON, Verification.Status.RUNNING, startedAt, null, List.of());
    }

    private static Verification finished(Verification running) {
        CheckDefinition check = new CheckDefinition("a-check", "A check", Side.ENTRA, true, List.of());
        Outcome outcome = Outcome.failed(new BundledReasons().reason("aadsts-7000222"), "a token", "AADSTS7000222");
        return new Verification(
                running.id(),
                running.connectionId(),
                running.trigger(),
                Verification.Status.FAILED,
                running.startedAt(),
                running.startedAt().plusSeconds(2),
                List.of(new CheckResult(check, outcome, Duration.ofMillis(7))));
    }

    private static VerificationRepository stored(TestDatabase database) {
        return database.port(VerificationRepository.class, entities -> {
            StoredVerifications adapter = new StoredVerifications();
            adapter.entities = entities;
            return adapter;
        });
    }
}
