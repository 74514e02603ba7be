package dev.supportlink.store.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.incident.CorrelationTaken;
import dev.supportlink.incident.Incident;
import dev.supportlink.incident.IncidentRepository;
import dev.supportlink.incident.InstanceLink;
import dev.supportlink.incident.JournalEntry;
import dev.supportlink.incident.query.IncidentQuery;
import dev.supportlink.incident.query.QueryParser;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.testing.TestDatabase;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredIncidentsTest {

    private static final Incident.Stamp NOW = new Incident.Stamp(Instant.parse("2026-11-20T10:00:00Z"), "caller");

    @ParameterizedTest
    @EnumSource
    void recordComesBackAsItWasStored(TestDatabase database) {
        IncidentStore store = new IncidentStore(database);
        Incident stored = incident(store.connection(database), Map.of("state", "2", "u_floor", "3\n\"4\" üö 🙂"));

        store.incidents().add(stored);

        Incident read =
                store.incidents().find(stored.connectionId(), stored.sysId()).orElseThrow();
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("instanceOrigin")
                .isEqualTo(stored);
        assertThat(read.instanceOrigin()).isEqualTo("https://contoso.service-now.com");
    }

    @ParameterizedTest
    @EnumSource
    void anotherConnectionFindsNothing(TestDatabase database) {
        IncidentStore store = new IncidentStore(database);
        Incident stored = incident(store.connection(database), Map.of("state", "1", "correlation_id", "c-1"));
        String other = store.connection(database);

        store.incidents().add(stored);

        assertThat(store.incidents().find(other, stored.sysId())).isEmpty();
        assertThat(store.incidents().findByCorrelationId(other, "c-1")).isEmpty();
        assertThat(store.incidents().list(other, IncidentQuery.ALL, 0, 10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void correlationIdIsUniqueInItsConnectionOnly(TestDatabase database) {
        IncidentStore store = new IncidentStore(database);
        String connection = store.connection(database);
        IncidentRepository incidents = store.incidents();
        incidents.add(incident(connection, Map.of("state", "1", "correlation_id", "same")));
        incidents.add(incident(store.connection(database), Map.of("state", "1", "correlation_id", "same")));
        incidents.add(incident(connection, Map.of("state", "1")));
        incidents.add(incident(connection, Map.of("state", "1")));

        Incident second = incident(connection, Map.of("state", "1", "correlation_id", "same"));

        assertThatThrownBy(() -> incidents.add(second)).isInstanceOf(CorrelationTaken.class);
        assertThat(incidents.count(connection, IncidentQuery.ALL)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void savingReplacesFieldsAndAppendsEntries(TestDatabase database) {
        IncidentStore store = new IncidentStore(database);
        Incident before =
                incident(store.connection(database), Map.of("state", "1", "category", "inquiry", "description", "old"));
        store.incidents().add(before);
        JournalEntry added = new JournalEntry("comments", "second", "caller", NOW.at());
        Incident after = new Incident(
                before.sysId(),
                before.connectionId(),
                before.number(),
                1,
                Map.of("state", "2", "description", "new", "u_a", "b"),
                before.created(),
                NOW,
                List.of(before.journal().get(0), added),
                null,
                null);

        store.incidents().save(before, after);

        Incident read =
                store.incidents().lock(before.connectionId(), before.sysId()).orElseThrow();
        assertThat(read.fields()).isEqualTo(after.fields());
        assertThat(read.journal()).extracting(JournalEntry::text).containsExactly("first", "second");
        assertThat(found(store, before.connectionId(), "description=new^u_a=b^categoryISEMPTY"))
                .containsExactly(read.number());
        assertThat(found(store, before.connectionId(), "description=old")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void linkIsStoredWithItsOrigin(TestDatabase database) {
        IncidentStore store = new IncidentStore(database);
        Incident stored = incident(store.connection(database), Map.of("state", "1"));
        store.incidents().add(stored);
        InstanceLink link = new InstanceLink("https://old.example", Ids.next(), "INC0000042");

        store.incidents().link(stored.sysId(), link);

        assertThat(store.incidents()
                        .find(stored.connectionId(), stored.sysId())
                        .orElseThrow()
                        .link())
                .isEqualTo(link);
    }

    @ParameterizedTest
    @EnumSource
    void everyOperatorFindsWhatItSays(TestDatabase database) {
        IncidentStore store = new IncidentStore(database);
        String connection = store.connection(database);
        String a = add(store, connection, Map.of("state", "1", "short_description", "Mail 100% slow", "u_rank", "b"));
        String b = add(store, connection, Map.of("state", "2", "short_description", "Teams_down", "u_rank", "a"));
        String c = add(store, connection, Map.of("state", "6", "correlation_id", "x"));

        assertThat(found(store, connection, "state=2")).containsExactly(b);
        assertThat(found(store, connection, "state!=2")).containsExactly(a, c);
        assertThat(found(store, connection, "short_descriptionLIKE100%")).containsExactly(a);
        assertThat(found(store, connection, "short_descriptionLIKEs_d")).containsExactly(b);
        assertThat(found(store, connection, "short_descriptionLIKEmail")).isEmpty();
        assertThat(found(store, connection, "short_descriptionSTARTSWITHTeams")).containsExactly(b);
        assertThat(found(store, connection, "short_descriptionENDSWITHslow")).containsExactly(a);
        assertThat(found(store, connection, "short_description!=Teams_down")).containsExactly(a, c);
        assertThat(found(store, connection, "short_descriptionISEMPTY")).containsExactly(c);
        assertThat(found(store, connection, "short_description=")).containsExactly(c);
        assertThat(found(store, connection, "short_descriptionISNOTEMPTY^ORDERBYDESCnumber"))
                .containsExactly(b, a);
        assertThat(found(store, connection, "stateIN1,6")).containsExactly(a, c);
        assertThat(found(store, connection, "state>1^state<=6")).containsExactly(b, c);
        assertThat(found(store, connection, "state<2")).containsExactly(a);
        assertThat(found(store, connection, "state>=6")).containsExactly(c);
        assertThat(found(store, connection, "state=1^ORstate=2^short_descriptionLIKEd"))
                .containsExactly(b);
        assertThat(found(store, connection, "correlation_id=x")).containsExactly(c);
        assertThat(found(store, connection, "correlation_id!=x")).containsExactly(a, b);
        assertThat(found(store, connection, "sys_mod_count=0^active=true")).containsExactly(a, b, c);
        assertThat(found(store, connection, "sys_mod_countIN0,10^priority=5^ORDERBYu_rank"))
                .containsExactly(c, b, a);
        assertThat(found(store, connection, "sys_updated_on>=2026-11-20 10:00:00^opened_atISNOTEMPTY"))
                .containsExactly(a, b, c);
        assertThat(found(store, connection, "sys_created_on<2026-11-20 10:00:00"))
                .isEmpty();
        assertThat(found(store, connection, "sys_class_name=incident^u_rankISNOTEMPTY^ORDERBYDESCu_rank"))
                .containsExactly(a, b);
    }

    @ParameterizedTest
    @EnumSource
    void pagesFollowEachOther(TestDatabase database) {
        IncidentStore store = new IncidentStore(database);
        String connection = store.connection(database);
        for (int number = 0; number < 5; number++) {
            add(store, connection, Map.of("state", "1"));
        }

        List<String> all = found(store, connection, "");
        List<String> paged = List.of(0, 2, 4).stream()
                .flatMap(offset -> store.incidents().list(connection, IncidentQuery.ALL, offset, 2).stream())
                .map(Incident::number)
                .toList();

        assertThat(paged).isEqualTo(all).hasSize(5);
        assertThat(store.incidents()
                        .list(connection, IncidentQuery.ALL, 0, 10)
                        .get(0)
                        .journal())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void textThatNoRowCanHoldFindsNothing(TestDatabase database) {
        IncidentStore store = new IncidentStore(database);

        assertThat(store.incidents().find(store.connection(database), "a\0b")).isEmpty();
    }

    private static List<String> found(IncidentStore store, String connection, String query) {
        IncidentQuery parsed = QueryParser.parse(query);
        List<String> found = store.incidents().list(connection, parsed, 0, 100).stream()
                .map(Incident::number)
                .toList();
        assertThat(store.incidents().count(connection, parsed)).isEqualTo(found.size());
        return found;
    }

    private static String add(IncidentStore store, String connection, Map<String, String> fields) {
        Incident incident = incident(connection, fields);
        String number = store.incidents().nextNumber();
        Incident numbered = new Incident(
                number.replace("INC", "0").repeat(4).substring(0, 32),
                connection,
                number,
                0,
                incident.fields(),
                NOW,
                NOW,
                incident.journal(),
                null,
                null);
        store.incidents().add(numbered);
        return number;
    }

    private static Incident incident(String connection, Map<String, String> fields) {
        Map<String, String> whole = new HashMap<>(fields);
        whole.put("impact", "3");
        whole.put("urgency", "3");
        JournalEntry first = new JournalEntry("work_notes", "first", "caller", NOW.at());
        return new Incident(Ids.next(), connection, "INC0000001", 0, whole, NOW, NOW, List.of(first), null, null);
    }
}
