package dev.supportlink.incident.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.inbound.InboundCaller;
import dev.supportlink.incident.Incident;
import dev.supportlink.incident.IncidentDesk;
import dev.supportlink.incident.IncidentDesks;
import dev.supportlink.incident.IncidentNotFound;
import dev.supportlink.incident.IncidentRevision;
import dev.supportlink.store.incident.IncidentStore;
import dev.supportlink.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class RecordBodiesTest {

    private static final RecordForm WHOLE = form(Set.of(), DisplayValue.FALSE);

    @Parameter
    TestDatabase database;

    private final RecordBodies bodies = new RecordBodies();
    private IncidentStore store;
    private CountingDesk desk;
    private InboundCaller caller;
    private String sysId;

    @BeforeEach
    void open() {
        store = new IncidentStore(database);
        caller = new InboundCaller(store.connection(database), "caller", false);
        desk = new CountingDesk(IncidentDesks.over(store, (incident, changes) -> {}, Clock.systemUTC()));
        bodies.desk = desk;
        sysId = IncidentDesks.create(desk.real, caller, Map.of("short_description", "first", "caller_id", "Abel"))
                .sysId();
    }

    @Test
    void unchangedRecordIsReadOnce() {
        String first = body(WHOLE);

        assertThat(body(WHOLE)).isEqualTo(first).contains("\"short_description\":\"first\"");
        assertThat(desk.reads).isEqualTo(1);
        assertThat(desk.revisions)
                .as("the first read needs no look in front of it")
                .isEqualTo(1);
    }

    @Test
    void everyKindOfChangeShowsAtOnce() {
        body(WHOLE);

        desk.real.change(caller, sysId, Map.of("short_description", "second"));
        assertThat(body(WHOLE)).contains("\"short_description\":\"second\"");

        desk.real.change(caller, sysId, Map.of("work_notes", "looked at it"));
        assertThat(body(WHOLE)).contains("looked at it");

        store.execute(
                "update connection set instance_url = ? where id = ?",
                "https://other.service-now.com",
                caller.connectionId());
        assertThat(body(WHOLE)).contains("https://other.service-now.com/api/now/table/sys_user/Abel");

        store.execute("update connection set instance_url = null where id = ?", caller.connectionId());
        assertThat(body(WHOLE)).doesNotContain("\"link\"");
    }

    @Test
    void otherCallersGetNothing() {
        body(WHOLE);
        InboundCaller stranger = new InboundCaller(store.connection(database), "stranger", false);

        assertThatThrownBy(() -> bodies.of(stranger, sysId, WHOLE)).isInstanceOf(IncidentNotFound.class);
    }

    @Test
    void removedRecordIsGone() {
        body(WHOLE);
        store.execute("delete from connection where id = ?", caller.connectionId());

        assertThatThrownBy(() -> body(WHOLE)).isInstanceOf(IncidentNotFound.class);
    }

    @Test
    void eachFormHasItsOwnBody() {
        String stored = body(WHOLE);
        String shown = body(form(Set.of(), DisplayValue.TRUE));

        assertThat(shown).contains("\"state\":\"New\"");
        assertThat(stored).contains("\"state\":\"1\"");
        assertThat(body(WHOLE)).isEqualTo(stored);
        assertThat(body(form(Set.of(), DisplayValue.TRUE))).isEqualTo(shown);
    }

    @Test
    void choicesOfFieldsAndLongRecordsAreNotKept() {
        RecordForm some = form(Set.of("number"), DisplayValue.FALSE);
        body(some);
        body(some);
        assertThat(desk.reads).isEqualTo(2);

        desk.real.change(caller, sysId, Map.of("description", "x".repeat(RecordBodies.LONGEST)));
        body(WHOLE);
        body(WHOLE);
        assertThat(desk.reads).isEqualTo(4);
    }

    @Test
    void numberOfKeptBodiesIsBounded() {
        desk.answer = desk.real.read(caller, sysId);
        for (int number = 0; number <= RecordBodies.MOST; number++) {
            bodies.of(caller, "id-" + number, WHOLE);
        }

        assertThat(bodies.kept()).isEqualTo(1);
    }

    private String body(RecordForm form) {
        return new String(bodies.of(caller, sysId, form), StandardCharsets.UTF_8);
    }

    private static RecordForm form(Set<String> wanted, DisplayValue display) {
        return new RecordForm(wanted, display, false, false);
    }

    /** A real desk behind counters. */
    private static final class CountingDesk extends IncidentDesk {

        private final IncidentDesk real;
        private Incident answer;
        private int reads;
        private int revisions;

        CountingDesk(IncidentDesk real) {
            this.real = real;
        }

        @Override
        public Incident read(InboundCaller caller, String sysId) {
            reads++;
            return answer == null ? real.read(caller, sysId) : answer;
        }

        @Override
        public Optional<IncidentRevision> revision(InboundCaller caller, String sysId) {
            revisions++;
            return real.revision(caller, sysId);
        }
    }
}
