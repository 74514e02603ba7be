package dev.supportlink.incident.reading;

import static dev.supportlink.incident.reading.ReadingBench.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.connection.Connection;
import dev.supportlink.inbound.InboundCaller;
import dev.supportlink.incident.Incident;
import dev.supportlink.incident.IncidentDesks;
import dev.supportlink.incident.IncidentNotFound;
import dev.supportlink.incident.InstanceLink;
import dev.supportlink.incident.JournalEntry;
import dev.supportlink.incident.query.IncidentQuery;
import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.testing.TestDatabase;
import dev.supportlink.testing.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentAdopterTest {

    private static final Map<String, String> OURS = Map.of("assignment_group", "microsoft");

    private final ReadingBench bench = new ReadingBench(TestDatabase.H2);
    private final Connection connection = bench.adopting();

    @ParameterizedTest
    @EnumSource
    void recordThatTheQueryTakesInIsAdoptedWithItsNames(TestDatabase database) {
        ReadingBench here = new ReadingBench(database);
        Connection adopting = here.adopting();
        String sysId = here.instance.add(Map.of(
                "assignment_group", "microsoft",
                "short_description", "Began there",
                "state", "2",
                "u_site", "B4",
                "colour", "blue",
                "sys_mod_count", "7"));
        here.instance.write(sysId, "work_notes", "Seen by Abel", "abel");

        Incident adopted = here.desk().read(caller(adopting), sysId);

        assertThat(adopted.sysId()).isEqualTo(sysId);
        assertThat(adopted.number()).isEqualTo("INC0090000");
        assertThat(adopted.adopted()).isTrue();
        assertThat(adopted.link()).isEqualTo(new InstanceLink("https://contoso.service-now.com", sysId, "INC0090000"));
        assertThat(adopted.fields())
                .containsEntry("short_description", "Began there")
                .containsEntry("state", "2")
                .containsEntry("u_site", "B4")
                .doesNotContainKeys("colour", "sys_id", "number", "correlation_id", "priority");
        assertThat(adopted.modCount()).isEqualTo(8);
        assertThat(adopted.created()).isEqualTo(new Incident.Stamp(Instant.parse("2026-11-19T08:00:00Z"), "abel"));
        assertThat(adopted.journal())
                .containsExactly(new JournalEntry("work_notes", "Seen by Abel", "abel", FakeRecords.WRITTEN_AT));
        assertThat(here.audit.lines())
                .containsExactly("caller:caller incident-adopted {incident=" + sysId + ", number=INC0090000}");
        assertThat(here.store.deliveries().of(adopting.id(), sysId)).isEmpty();
    }

    @Test
    void foreignCorrelationIdIsNotTheCallers() {
        String sysId = bench.instance.add(
                Map.of("assignment_group", "microsoft", "correlation_id", "JIRA-1", "correlation_display", "Jira"));

        Incident adopted = bench.desk().read(caller(connection), sysId);

        assertThat(adopted.field("correlation_id")).isEmpty();
        assertThat(adopted.field("correlation_display")).isEqualTo("Jira");
    }

    @Test
    void changeOfAnUnknownIncidentAdoptsIt() {
        String sysId = bench.instance.add(OURS);

        Incident changed = bench.desk()
                .change(
                        caller(connection),
                        sysId,
                        Map.of("state", "2", "correlation_id", "m-1", "work_notes", "on it"));

        assertThat(changed.state()).isEqualTo("2");
        assertThat(changed.journal()).extracting(JournalEntry::text).containsExactly("on it");
        assertThat(bench.store.deliveries().of(connection.id(), sysId))
                .extracting(delivery -> delivery.change().kind().word())
                .containsExactly("update", "journal");
        assertThat(IncidentDesks.create(bench.desk(), caller(connection), Map.of("correlation_id", "m-1", "state", "3"))
                        .sysId())
                .isEqualTo(sysId);
    }

    @Test
    void hangingInstanceHoldsFewThreads() throws Exception {
        String sysId = bench.instance.add(Map.of("assignment_group", "others"));
        CountDownLatch answer = new CountDownLatch(1);
        bench.instance.whileRead = () -> awaitQuietly(answer);
        ExecutorService pool = Executors.newFixedThreadPool(100);
        try {
            List<Future<Incident>> calls = new ArrayList<>();
            for (int call = 0; call < 100; call++) {
                calls.add(pool.submit(() -> bench.desk().read(caller(connection), sysId)));
            }
            Waiting.until(
                    Duration.ofSeconds(20),
                    "all but the few that may wait are sent away",
                    () -> calls.stream().filter(Future::isDone).count() >= 99 - IncidentAdopter.MOST_WAITING);
            answer.countDown();
            for (Future<Incident> call : calls) {
                assertThatThrownBy(call::get).hasCauseInstanceOf(DomainException.class);
            }
        } finally {
            answer.countDown();
            pool.shutdownNow();
        }
        assertThat(bench.instance.count("read")).isEqualTo(1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void recordThatTheQueryLeavesOutIsUnknownAndAskedForOnce() {
        String sysId = bench.instance.add(Map.of("assignment_group", "others"));

        missing(connection, sysId);
        missing(connection, sysId);
        assertThat(bench.instance.count("read")).isEqualTo(1);

        bench.clock.advance(Duration.ofSeconds(61));
        bench.instance.change(sysId, OURS);
        assertThat(bench.desk().read(caller(connection), sysId).sysId()).isEqualTo(sysId);
    }

    @Test
    void anotherQueryIsAnotherQuestion() {
        String sysId = bench.instance.add(Map.of("assignment_group", "others"));
        missing(connection, sysId);

        bench.change(bench.connections.get(connection.id()).withAdoptionQuery("assignment_group=others"));

        assertThat(bench.desk().read(caller(connection), sysId).sysId()).isEqualTo(sysId);
    }

    @Test
    void withoutAQueryOrAnInstanceNobodyIsAsked() {
        Connection without = bench.connection();
        Connection alone = bench.change(bench.adopting().withInstance(null));
        String sysId = bench.instance.add(OURS);

        missing(without, sysId);
        missing(alone, sysId);
        assertThat(bench.instance.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "0123456789ABCDEF0123456789ABCDEF", "0123456789abcdef0123456789abcdef0"})
    void whatIsNoSysIdIsNotAskedFor(String text) {
        missing(connection, text);
        assertThat(bench.instance.calls).isEmpty();
    }

    @Test
    void callerThatMayOnlyReadAdoptsNothing() {
        String sysId = bench.instance.add(OURS);
        InboundCaller probe = new InboundCaller(connection.id(), "probe", true);

        assertThatThrownBy(() -> bench.desk().read(probe, sysId)).isInstanceOf(IncidentNotFound.class);
        assertThat(bench.instance.calls).isEmpty();
    }

    @Test
    void recordThatCameInFromHereIsItsCopy() {
        Incident ours = IncidentDesks.create(bench.desk(), caller(connection), Map.of("short_description", "x"));
        String there = bench.instance.add(Map.of("correlation_id", ours.sysId()));

        assertThat(bench.desk().read(caller(connection), there)).isEqualTo(ours);
        assertThat(bench.store.incidents().count(connection.id(), IncidentQuery.ALL))
                .isEqualTo(1);

        bench.store.incidents().link(ours.sysId(), new InstanceLink("https://contoso.service-now.com", there, "INC1"));
        bench.instance.calls.clear();
        assertThat(bench.desk().read(caller(connection), there).sysId()).isEqualTo(ours.sysId());
        assertThat(bench.instance.calls).isEmpty();
    }

    @Test
    void recordOfAnotherConnectionIsNeverAdopted() {
        Connection other = bench.adopting();
        String adoptedThere = bench.instance.add(OURS);
        bench.desk().read(caller(other), adoptedThere);
        Incident made = IncidentDesks.create(bench.desk(), caller(other), Map.of());
        String madeThere = bench.instance.add(Map.of("assignment_group", "microsoft", "correlation_id", made.sysId()));
        Incident linked = bench.delivered(other, OURS);

        missing(connection, adoptedThere);
        missing(connection, madeThere);
        missing(connection, made.sysId());
        missing(connection, linked.link().sysId());
        assertThat(bench.store.incidents().count(connection.id(), IncidentQuery.ALL))
                .isZero();
    }

    @Test
    void silentInstanceIsSaidHonestlyAndNothingIsRemembered() {
        String sysId = bench.instance.add(OURS);
        bench.instance.fail(connection, Kind.UNAVAILABLE);

        assertThatThrownBy(() -> bench.desk().read(caller(connection), sysId))
                .isInstanceOfSatisfying(
                        InstanceSilent.class,
                        silent -> assertThat(silent.retryAfter()).contains(Duration.ofSeconds(30)));

        bench.instance.mend(connection);
        assertThat(bench.desk().read(caller(connection), sysId).sysId()).isEqualTo(sysId);
    }

    @Test
    void guessingCallerIsStoppedAndKnownIncidentsAreNot() {
        Incident known = IncidentDesks.create(bench.desk(), caller(connection), Map.of());
        for (int guess = 0; guess < 60; guess++) {
            missing(connection, Ids.next());
        }

        assertThatThrownBy(() -> bench.desk().read(caller(connection), Ids.next()))
                .isInstanceOf(TooManyLookUps.class);
        assertThat(bench.instance.count("read")).isEqualTo(60);
        assertThat(bench.desk().read(caller(connection), known.sysId())).isEqualTo(known);
        missing(bench.adopting(), Ids.next());
        bench.clock.advance(Duration.ofMinutes(1));
        missing(connection, Ids.next());
    }

    @ParameterizedTest
    @EnumSource
    void requestsForTheSameAtTheSameTimeMakeOneLookUpAndOneCopy(TestDatabase database) throws Exception {
        ReadingBench here = new ReadingBench(database);
        Connection adopting = here.adopting();
        String sysId = here.instance.add(OURS);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            Callable<String> read =
                    () -> here.desk().read(caller(adopting), sysId).sysId();
            List<String> answers = new ArrayList<>();
            for (Future<String> answer :
                    threads.invokeAll(Stream.generate(() -> read).limit(32).toList())) {
                answers.add(answer.get());
            }
            assertThat(answers).hasSize(32).containsOnly(sysId);
        } finally {
            threads.shutdownNow();
        }
        assertThat(here.instance.count("read")).isEqualTo(1);
        assertThat(here.store.incidents().count(adopting.id(), IncidentQuery.ALL))
                .isEqualTo(1);
        assertThat(here.audit.lines()).hasSize(1);
    }

    private void missing(Connection of, String sysId) {
        assertThatThrownBy(() -> bench.desk().read(caller(of), sysId)).isInstanceOf(IncidentNotFound.class);
    }
}
