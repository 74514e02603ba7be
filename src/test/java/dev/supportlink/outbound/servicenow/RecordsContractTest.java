package dev.supportlink.outbound.servicenow;

import static dev.supportlink.outbound.testing.Failures.codeOf;
import static dev.supportlink.outbound.testing.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Connection;
import dev.supportlink.incident.JournalEntry;
import dev.supportlink.incident.RemoteIncident;
import dev.supportlink.incident.reading.InstanceRecords;
import dev.supportlink.outbound.testing.InstanceSite;
import dev.supportlink.outbound.testing.OutboundBeans;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.Fault;
import dev.supportlink.sandbox.instance.InstanceSimulator;
import dev.supportlink.sandbox.instance.TableAccess;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordsContractTest {

    private static InstanceSimulator instance;
    private static OutboundBeans beans;

    private InstanceSite site;
    private Connection connection;

    @BeforeAll
    static void start() {
        instance = InstanceSimulator.start(Clock.systemUTC());
        beans = OutboundBeans.start(Map.of("supportlink.outbound.circuit-breaker.calls", "1000"));
    }

    @AfterAll
    static void stop() {
        beans.close();
        instance.close();
    }

    @BeforeEach
    void freshSite() {
        instance.faults().clear();
        instance.requests().clear();
        instance.behaviour().administrativeTables(TableAccess.READABLE).access("incident", TableAccess.READABLE);
        instance.behaviour().hideFields("incident");
        site = new InstanceSite(instance, beans);
        connection = site.connection();
    }

    @Test
    void versionsOfManyComeInOneRequestAndDifferAfterEverySave() {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            ids.add(instance.admin().addIncident(Map.of("short_description", "x")));
        }
        String unknown = Ids.next();
        ids.set(99, unknown);
        Map<String, String> before = records().versions(connection, ids);
        int requests = instance.requests().count("GET", "/api/now/table/incident");

        instance.admin().addJournalEntry(ids.get(0), "comments", "in the same second");
        Map<String, String> after = records().versions(connection, ids);

        assertThat(requests).isEqualTo(1);
        assertThat(before).hasSize(99).doesNotContainKey(unknown);
        assertThat(after.get(ids.get(0))).isNotEqualTo(before.get(ids.get(0)));
        assertThat(after.get(ids.get(1))).isEqualTo(before.get(ids.get(1)));
    }

    @Test
    void versionThatIsHiddenIsEmpty() {
        String id = instance.admin().addIncident(Map.of());
        instance.behaviour().hideFields("incident", "sys_mod_count");

        assertThat(records().versions(connection, List.of(id))).containsExactly(Map.entry(id, ""));
    }

    @Test
    void recordsComeWholeWithBareReferences() {
        String id = instance.admin()
                .addIncident(Map.of(
                        "short_description", "x", "caller_id", site.user().sysId()));

        List<RemoteIncident> found = records().records(connection, List.of(id, Ids.next()));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).fields())
                .containsEntry("short_description", "x")
                .containsEntry("caller_id", site.user().sysId());
        assertThat(records().read(connection, id)).contains(found.get(0));
        assertThat(records().read(connection, Ids.next())).isEmpty();
    }

    @Test
    void rowsThatWereNotAskedForAreRefused() {
        String other = instance.admin().addIncident(Map.of());
        instance.faults()
                .on(
                        "/api/now/table/incident",
                        Fault.answer(
                                Answer.text(200, "application/json", "{\"result\":[{\"sys_id\":\"" + other + "\"}]}")));

        assertThat(codeOf(() -> records().versions(connection, List.of(Ids.next()))))
                .contains("instance-query-ignored");
    }

    @Test
    void hiddenRowsLookLikeNone() {
        String id = instance.admin().addIncident(Map.of());
        instance.behaviour().access("incident", TableAccess.ROWS_OMITTED);

        assertThat(records().versions(connection, List.of(id))).isEmpty();
        assertThat(records().read(connection, id)).isEmpty();
    }

    @Test
    void forbiddenTableIsSaidSo() {
        instance.behaviour().access("incident", TableAccess.FORBIDDEN);

        assertThat(failureOf(() -> records().versions(connection, List.of(Ids.next())))
                        .kind())
                .isEqualTo(Kind.FORBIDDEN);
    }

    @Test
    void journalIsReadOldestFirstWithItsAuthors() {
        String id = instance.admin().addIncident(Map.of());
        instance.admin().addJournalEntry(id, "work_notes", "first");
        instance.admin().addJournalEntry(id, "comments", "second\nline");

        List<JournalEntry> rows = records().journal(connection, id);
        instance.behaviour().access("sys_journal_field", TableAccess.ROWS_OMITTED);
        List<JournalEntry> text = records().journal(connection, id);

        assertThat(rows).extracting(JournalEntry::element).containsExactly("work_notes", "comments");
        assertThat(rows).extracting(JournalEntry::text).containsExactly("first", "second\nline");
        assertThat(rows).extracting(JournalEntry::author).containsOnly("admin");
        assertThat(text).extracting(JournalEntry::text).containsExactly("first", "second\nline");
        assertThat(text).extracting(JournalEntry::author).containsOnly("System Administrator");
        assertThat(text)
                .extracting(JournalEntry::writtenAt)
                .isEqualTo(rows.stream().map(JournalEntry::writtenAt).toList());
    }

    @Test
    void journalThatCannotBeReadIsNone() {
        String id = instance.admin().addIncident(Map.of());
        instance.admin().addJournalEntry(id, "work_notes", "first");
        instance.behaviour().access("sys_journal_field", TableAccess.FORBIDDEN);
        instance.behaviour().hideFields("incident", "comments_and_work_notes");

        assertThat(records().journal(connection, id)).isEmpty();
    }

    private static InstanceRecords records() {
        return beans.get(InstanceRecords.class);
    }
}
