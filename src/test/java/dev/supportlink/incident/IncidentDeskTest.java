package dev.supportlink.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.inbound.InboundCaller;
import dev.supportlink.incident.AcceptedChange.Kind;
import dev.supportlink.incident.query.IncidentQuery;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.store.incident.IncidentStore;
import dev.supportlink.testing.TestDatabase;
import dev.supportlink.testing.TurnableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentDeskTest {

    private final TurnableClock clock = new TurnableClock(Instant.parse("2026-11-20T10:00:00.75Z"));
    private final List<AcceptedChange> accepted = new ArrayList<>();
    private final IncidentStore store = new IncidentStore(TestDatabase.H2);
    private final InboundCaller caller = new InboundCaller(store.connection(TestDatabase.H2), "caller", false);
    private final IncidentDesk desk = IncidentDesks.over(store, this::accept, clock);

    @Test
    void newIncidentHasNumberDefaultsAndStamps() {
        Incident created = IncidentDesks.create(desk, caller, Map.of("short_description", "Mail is slow"));

        assertThat(created.number()).matches("INC\\d{7}");
        assertThat(created.sysId()).matches("[0-9a-f]{32}");
        assertThat(created.fields())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "short_description", "Mail is slow",
                        "state", "1",
                        "impact", "3",
                        "urgency", "3",
                        "category", "inquiry"));
        assertThat(created.created())
                .isEqualTo(new Incident.Stamp(Instant.parse("2026-11-20T10:00:00Z"), "caller"))
                .isEqualTo(created.updated());
        assertThat(accepted)
                .containsExactly(new AcceptedChange(Kind.CREATE, Map.of("short_description", "Mail is slow")));
    }

    @Test
    void notesAreDeliveredEachByItselfAfterTheRecord() {
        Map<String, String> input = new LinkedHashMap<>();
        input.put("work_notes", "one");
        input.put("comments", "two");
        input.put("state", "2");

        Incident created = IncidentDesks.create(desk, caller, input);

        assertThat(created.journal()).extracting(JournalEntry::text).containsExactly("one", "two");
        assertThat(accepted)
                .containsExactly(
                        new AcceptedChange(Kind.CREATE, Map.of("state", "2")),
                        new AcceptedChange(Kind.JOURNAL, Map.of("work_notes", "one")),
                        new AcceptedChange(Kind.JOURNAL, Map.of("comments", "two")));
    }

    /** All of it is read with the record. */
    @Test
    void journalHasAnEnd() {
        String sysId = IncidentDesks.create(desk, caller, Map.of()).sysId();
        String note = "x".repeat(32_000);
        for (int size = 0; size <= IncidentLedger.LARGEST_JOURNAL; size += note.length() + IncidentLedger.ENTRY_SIZE) {
            desk.change(caller, sysId, Map.of("work_notes", note));
        }
        Incident full = desk.read(caller, sysId);

        assertThatThrownBy(() -> desk.change(caller, sysId, Map.of("comments", "one more", "state", "2")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field)
                                .containsExactly("comments"));
        assertThat(desk.read(caller, sysId)).isEqualTo(full);
        assertThat(desk.change(caller, sysId, Map.of("state", "2")).state()).isEqualTo("2");
    }

    @Test
    void repeatedCorrelationIdAnswersTheFirstRecordWhateverElseItSays() {
        Incident first =
                IncidentDesks.create(desk, caller, Map.of("correlation_id", "m-1", "short_description", "first"));
        accepted.clear();

        Incident second =
                IncidentDesks.create(desk, caller, Map.of("correlation_id", "m-1", "state", "7", "nonsense", "x"));

        assertThat(second).isEqualTo(first);
        assertThat(accepted).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void createsOfTheSameAtTheSameMomentMakeOneRecord(TestDatabase database) throws Exception {
        IncidentStore shared = new IncidentStore(database);
        IncidentDesk sharedDesk = IncidentDesks.over(shared, (incident, changes) -> {}, clock);
        InboundCaller other = new InboundCaller(shared.connection(database), "caller", false);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<String> create = () -> IncidentDesks.create(sharedDesk, other, Map.of("correlation_id", "same"))
                    .sysId();
            List<String> sysIds = new ArrayList<>();
            for (Future<String> answer :
                    threads.invokeAll(Stream.generate(() -> create).limit(16).toList())) {
                sysIds.add(answer.get());
            }
            assertThat(sysIds).hasSize(16).containsOnly(sysIds.get(0));
            assertThat(shared.incidents().count(other.connectionId(), IncidentQuery.ALL))
                    .isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void correlationIdOfAnotherIncidentCannotBeTaken() {
        IncidentDesks.create(desk, caller, Map.of("correlation_id", "m-1"));
        Incident second = IncidentDesks.create(desk, caller, Map.of("correlation_id", "m-2"));

        assertThatThrownBy(() -> desk.change(caller, second.sysId(), Map.of("correlation_id", "m-1")))
                .isInstanceOf(CorrelationTaken.class);
        assertThat(desk.read(caller, second.sysId())).isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "1,2,2", "1,3,3", "2,1,2", "2,2,3", "2,3,4", "3,1,3", "3,2,4", "3,3,5"})
    void priorityFollowsFromImpactAndUrgency(String impact, String urgency, String priority) {
        Incident created =
                IncidentDesks.create(desk, caller, Map.of("impact", impact, "urgency", urgency, "priority", "1"));

        assertThat(created.priority()).isEqualTo(priority);
    }

    @Test
    void readOnlyFieldsAreIgnored() {
        Incident created = IncidentDesks.create(
                desk,
                caller,
                Map.of("number", "INC1", "sys_id", "x", "sys_anything", "x", "opened_at", "2020", "made_sla", "x"));

        assertThat(created.fields()).containsOnlyKeys("state", "impact", "urgency", "category");
        assertThat(accepted).containsExactly(new AcceptedChange(Kind.CREATE, Map.of()));
    }

    @Test
    void everyWrongFieldIsNamed() {
        Map<String, String> input = Map.of(
                "nonsense", "x",
                "U_Upper", "x",
                "impact", "4",
                "state", "4",
                "hold_reason", "2",
                "close_code", "Fixed",
                "description", "nul \0",
                "correlation_id", "c".repeat(101),
                "u_fine", "x");

        assertThatThrownBy(() -> IncidentDesks.create(desk, caller, input))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> assertThat(wrong.errors())
                                .extracting(FieldError::field)
                                .containsExactlyInAnyOrder(
                                        "nonsense",
                                        "U_Upper",
                                        "impact",
                                        "state",
                                        "hold_reason",
                                        "close_code",
                                        "description",
                                        "correlation_id"));
        assertThat(accepted).isEmpty();
    }

    @Test
    void closingIsForTheInstance() {
        Incident created = IncidentDesks.create(desk, caller, Map.of());

        assertThatThrownBy(() -> desk.change(caller, created.sysId(), Map.of("state", "7")))
                .isInstanceOf(ClosingNotAllowed.class)
                .hasMessageContaining("set 6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Solved (Permanently)", "Solution provided"})
    void resolvingNeedsCodeAndNotes(String closeCode) {
        String sysId = IncidentDesks.create(desk, caller, Map.of()).sysId();

        assertThatThrownBy(() -> desk.change(caller, sysId, Map.of("state", "6")))
                .isInstanceOf(ResolutionIncomplete.class)
                .hasMessageContaining("close_code, close_notes");
        assertThatThrownBy(() -> desk.change(caller, sysId, Map.of("state", "6", "close_code", closeCode)))
                .hasMessageContaining("close_notes");
        Incident resolved =
                desk.change(caller, sysId, Map.of("state", "6", "close_code", closeCode, "close_notes", "Restarted"));

        assertThat(resolved.field("resolved_at")).isEqualTo("2026-11-20 10:00:00");
        assertThat(resolved.modCount()).isEqualTo(1);
        assertThat(desk.change(caller, sysId, Map.of("state", "2")).field("resolved_at"))
                .isEmpty();
    }

    @Test
    void changeOfNothingStoresNothing() {
        Incident created = IncidentDesks.create(desk, caller, Map.of("description", "x", "work_notes", "note"));
        accepted.clear();
        clock.advance(Duration.ofHours(1));

        Incident same = desk.change(
                caller, created.sysId(), Map.of("description", "x", "work_notes", "", "priority", "1", "state", "1"));

        assertThat(same).isEqualTo(created);
        assertThat(accepted).isEmpty();
    }

    @Test
    void emptyTextClearsAField() {
        Incident created = IncidentDesks.create(desk, caller, Map.of("description", "x"));
        accepted.clear();

        Incident changed = desk.change(caller, created.sysId(), Map.of("description", "", "incident_state", "2"));

        assertThat(changed.fields()).doesNotContainKey("description").containsEntry("state", "2");
        assertThat(accepted).containsExactly(new AcceptedChange(Kind.UPDATE, Map.of("description", "", "state", "2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "impact", "urgency"})
    void fieldsThatAreAlwaysSetCannotBeCleared(String field) {
        String sysId = IncidentDesks.create(desk, caller, Map.of(field, "")).sysId();

        assertThatThrownBy(() -> desk.change(caller, sysId, Map.of(field, "")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(field + ": must be one of");
    }

    @Test
    void fieldsOfOnesOwnAreBounded() {
        Map<String, String> many = new LinkedHashMap<>();
        for (int number = 0; number < 50; number++) {
            many.put("u_field_" + number, "x");
        }
        Incident created = IncidentDesks.create(desk, caller, many);

        assertThatThrownBy(() -> desk.change(caller, created.sysId(), Map.of("x_one_more", "x")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("x_one_more");
    }

    @Test
    void anotherConnectionsIncidentLooksMissing() {
        Incident created = IncidentDesks.create(desk, caller, Map.of());
        InboundCaller stranger = new InboundCaller(store.connection(TestDatabase.H2), "caller", false);

        assertThatThrownBy(() -> desk.read(stranger, created.sysId())).isInstanceOf(IncidentNotFound.class);
        assertThatThrownBy(() -> desk.change(stranger, created.sysId(), Map.of("state", "2")))
                .isInstanceOf(IncidentNotFound.class);
        assertThat(desk.list(stranger, IncidentQuery.ALL, 0, 10).sysIds()).isEmpty();
    }

    @Test
    void readOnlyCallerCannotWrite() {
        InboundCaller probe = new InboundCaller(caller.connectionId(), "probe", true);

        assertThatThrownBy(() -> IncidentDesks.create(desk, probe, Map.of())).isInstanceOf(ReadOnlyCaller.class);
        assertThatThrownBy(() -> desk.change(probe, "x", Map.of())).isInstanceOf(ReadOnlyCaller.class);
        assertThat(desk.list(probe, IncidentQuery.ALL, 0, 1).total()).hasValue(0);
    }

    private void accept(Incident incident, List<AcceptedChange> changes) {
        accepted.addAll(changes);
    }
}
