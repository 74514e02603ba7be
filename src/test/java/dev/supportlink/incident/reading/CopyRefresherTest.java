package dev.supportlink.incident.reading;

import static dev.supportlink.incident.reading.ReadingBench.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Connection;
import dev.supportlink.incident.Incident;
import dev.supportlink.incident.JournalEntry;
import dev.supportlink.incident.reading.ConnectionReading.End;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CopyRefresherTest {

    private final ReadingBench bench = new ReadingBench(TestDatabase.H2);
    private final Connection connection = bench.connection();

    @ParameterizedTest
    @EnumSource
    void instanceWinsForFieldsWithoutAnOpenDelivery(TestDatabase database) {
        ReadingBench here = new ReadingBench(database);
        Connection read = here.connection();
        Incident copy = here.delivered(read, Map.of("short_description", "old", "description", "old"));
        here.desk().change(caller(read), copy.sysId(), Map.of("description", "ours", "state", "2"));
        here.instance.change(
                there(copy),
                Map.of(
                        "short_description", "theirs",
                        "description", "theirs",
                        "state", "6",
                        "resolved_at", "2026-11-20 09:30:00",
                        "urgency", "1",
                        "u_site", "B4",
                        "colour", "blue"));

        assertThat(here.refresh(read)).isEqualTo(new ConnectionReading(End.COMPLETE, 1, 1, 0));

        Incident refreshed = here.read(read, copy.sysId());
        assertThat(refreshed.fields())
                .containsEntry("short_description", "theirs")
                .containsEntry("description", "ours")
                .containsEntry("state", "2")
                .containsEntry("urgency", "1")
                .containsEntry("u_site", "B4")
                .doesNotContainKeys("colour", "resolved_at");
        assertThat(refreshed.updated()).isEqualTo(new Incident.Stamp(here.clock.instant(), "abel"));
        assertThat(refreshed.modCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2"})
    void fieldIsTakenOverOnceItsDeliveryIsSettled(TestDatabase database) {
        Incident copy = bench.delivered(connection, Map.of("description", "old"));
        bench.desk().change(caller(connection), copy.sysId(), Map.of("description", "ours"));
        bench.refresh(connection);
        assertThat(bench.read(connection, copy.sysId()).field("description")).isEqualTo("ours");

        bench.store.execute("update delivery set state = 'dropped' where incident_sys_id = ?", copy.sysId());
        bench.refresh(connection);

        assertThat(bench.read(connection, copy.sysId()).field("description")).isEqualTo("old");
    }

    @Test
    void nothingChangedIsNoChange() {
        Incident copy = bench.delivered(connection, Map.of("description", "old"));
        bench.refresh(connection);
        Incident once = bench.read(connection, copy.sysId());
        bench.instance.change(there(copy), Map.of());

        assertThat(bench.refresh(connection)).isEqualTo(new ConnectionReading(End.COMPLETE, 1, 0, 0));

        assertThat(bench.read(connection, copy.sysId())).isEqualTo(once);
        bench.instance.calls.clear();
        bench.refresh(connection);
        assertThat(bench.instance.calls).containsExactly("versions");
    }

    @Test
    void closedOnTheInstanceIsClosedHere() {
        Incident copy = bench.delivered(connection, Map.of());
        bench.instance.change(there(copy), Map.of("state", "7", "closed_at", "2026-11-20 09:59:00", "priority", "2"));

        bench.refresh(connection);

        Incident closed = bench.read(connection, copy.sysId());
        assertThat(closed.state()).isEqualTo("7");
        assertThat(closed.field("closed_at")).isEqualTo("2026-11-20 09:59:00");
        assertThat(closed.active()).isFalse();
        assertThat(closed.priority()).isEqualTo("2");
    }

    @Test
    void priorityOfTheInstanceGoesWithTheCallersNextUrgency() {
        Incident copy = bench.delivered(connection, Map.of());
        bench.instance.change(there(copy), Map.of("priority", "2"));
        bench.refresh(connection);

        Incident changed = bench.desk().change(caller(connection), copy.sysId(), Map.of("urgency", "1"));

        assertThat(changed.priority()).isEqualTo("3");
    }

    @Test
    void correlationIdStaysTheCallers() {
        Incident copy = bench.delivered(connection, Map.of("correlation_id", "m-1"));
        bench.instance.change(there(copy), Map.of("correlation_display", "somebody typed here"));

        bench.refresh(connection);

        Incident refreshed = bench.read(connection, copy.sysId());
        assertThat(refreshed.field("correlation_id")).isEqualTo("m-1");
        assertThat(refreshed.field("correlation_display")).isEmpty();
    }

    @Test
    void closeCodeInTheWordsOfTheOtherGenerationIsTheSame() {
        Map<String, String> resolved =
                Map.of("state", "6", "close_code", "Solution provided", "close_notes", "Restarted");
        Incident copy = bench.delivered(connection, resolved);
        bench.instance.change(there(copy), Map.of("close_code", "Solved (Permanently)"));
        bench.refresh(connection);
        assertThat(bench.read(connection, copy.sysId()).field("close_code")).isEqualTo("Solution provided");

        bench.instance.change(there(copy), Map.of("close_code", "Not Solved (Too Costly)"));
        bench.refresh(connection);
        assertThat(bench.read(connection, copy.sysId()).field("close_code")).isEqualTo("Not Solved (Too Costly)");
    }

    @Test
    void entriesOfOthersAreAddedOnceAndOursAreNotDoubled() {
        Incident copy = bench.delivered(connection, Map.of("work_notes", "ours"));
        bench.instance.write(there(copy), "work_notes", "ours\r\n", "supportlink.user");
        bench.instance.write(there(copy), "comments", "theirs", "abel");
        bench.instance.write(there(copy), "comments", "theirs", "abel");

        bench.refresh(connection);
        bench.instance.change(there(copy), Map.of("description", "x"));
        bench.refresh(connection);

        assertThat(bench.read(connection, copy.sysId()).journal())
                .extracting(JournalEntry::text)
                .containsExactly("ours", "theirs", "theirs");
    }

    @Test
    void changeThatCameInWhileTheInstanceWasAskedIsNotUndone() {
        Incident copy = bench.delivered(connection, Map.of("description", "old"));
        bench.refresh(connection);
        bench.instance.change(there(copy), Map.of("short_description", "theirs"));
        bench.instance.whileAsked = () -> {
            bench.desk().change(caller(connection), copy.sysId(), Map.of("description", "new"));
            bench.store.execute("update delivery set state = 'delivered' where incident_sys_id = ?", copy.sysId());
        };

        assertThat(bench.refresh(connection).changed()).isZero();
        assertThat(bench.read(connection, copy.sysId()).field("description")).isEqualTo("new");

        bench.instance.whileAsked = () -> {};
        bench.instance.change(there(copy), Map.of("description", "new"));
        bench.refresh(connection);
        assertThat(bench.read(connection, copy.sysId()).fields())
                .containsEntry("description", "new")
                .containsEntry("short_description", "theirs");
    }

    @ParameterizedTest
    @EnumSource
    void recordThatVanishedIsKeptAndMarkedUntilItIsShownAgain(TestDatabase database) {
        ReadingBench here = new ReadingBench(database);
        Connection read = here.connection();
        Incident copy = here.delivered(read, Map.of("description", "x"));
        Map<String, String> row = Map.of("description", "back");
        here.instance.delete(there(copy));

        assertThat(here.refresh(read).missing()).isEqualTo(1);
        Instant since = here.clock.instant();
        assertThat(here.read(read, copy.sysId()).field("description")).isEqualTo("x");
        assertThat(missingSince(here, copy)).isEqualTo(since);

        here.refresh(read);
        assertThat(missingSince(here, copy)).isEqualTo(since);

        here.instance.add(there(copy), row);
        here.clock.advance(Duration.ofHours(1));
        here.refresh(read);
        assertThat(missingSince(here, copy)).isNull();
        assertThat(here.read(read, copy.sysId()).field("description")).isEqualTo("back");
    }

    @Test
    void endedIncidentsAreAskedForLessAndLess() {
        Incident copy = bench.delivered(connection, Map.of());
        bench.instance.change(there(copy), Map.of("state", "8"));
        bench.refresh(connection);
        int asked = 0;
        for (int run = 0; run < 40 * 24 * 12; run++) {
            asked += bench.refresh(connection).copies();
        }

        assertThat(asked).isBetween(30, 120);
        bench.instance.calls.clear();
        bench.desk().change(caller(connection), copy.sysId(), Map.of("state", "2"));
        assertThat(bench.refresh(connection).copies()).isEqualTo(1);
    }

    @Test
    void reopenedIncidentIsLookedAtInEveryRunAgain() {
        Incident copy = bench.delivered(connection, Map.of());
        bench.instance.change(there(copy), Map.of("state", "8"));
        bench.refresh(connection);
        for (int run = 0; run < 10 * 24 * 12; run++) {
            bench.refresh(connection);
        }

        bench.instance.change(there(copy), Map.of("state", "2"));
        int runs = 0;
        while (bench.refresh(connection).changed() == 0) {
            assertThat(++runs).as("runs until it is seen").isLessThan(2 * 24 * 12);
        }

        bench.instance.change(there(copy), Map.of("short_description", "still open"));
        bench.refresh(connection);
        assertThat(bench.refresh(connection).copies()).isEqualTo(1);
        assertThat(bench.desk().read(caller(connection), copy.sysId()).field("short_description"))
                .isEqualTo("still open");
    }

    @Test
    void manyCopiesCostFewRequests() {
        for (int number = 0; number < 250; number++) {
            bench.delivered(connection, Map.of());
        }
        bench.refresh(connection);
        bench.instance.calls.clear();

        assertThat(bench.refresh(connection)).isEqualTo(new ConnectionReading(End.COMPLETE, 250, 0, 0));
        assertThat(bench.instance.calls).containsExactly("versions", "versions", "versions");
    }

    @Test
    void failuresAreTheConnectionsResult() {
        bench.delivered(connection, Map.of());
        bench.instance.fail(connection, Kind.UNAVAILABLE);
        assertThat(bench.refresh(connection).end()).isEqualTo(End.UNREACHABLE);
        bench.instance.fail(connection, Kind.UNAUTHENTICATED);
        assertThat(bench.refresh(connection).end()).isEqualTo(End.REFUSED);
        bench.instance.mend(connection);
        assertThat(bench.refresh(connection).copies()).isEqualTo(1);
        bench.change(bench.connections.get(connection.id()).withInstance(null));
        assertThat(bench.refresh(connection).end()).isEqualTo(End.SKIPPED);
    }

    @Test
    void linkToAnotherInstanceIsNotFollowed() {
        Incident copy = bench.delivered(connection, Map.of("description", "x"));
        bench.store.execute("update incident set link_origin = 'https://old.example' where sys_id = ?", copy.sysId());

        assertThat(bench.refresh(connection)).isEqualTo(new ConnectionReading(End.COMPLETE, 0, 0, 0));
        assertThat(bench.instance.calls).isEmpty();
    }

    private static Instant missingSince(ReadingBench here, Incident copy) {
        return here.store
                .deliveries()
                .overviewOf(copy.connectionId(), copy.sysId())
                .orElseThrow()
                .missingSince();
    }

    private static String there(Incident copy) {
        return copy.link().sysId();
    }
}
