package dev.supportlink.store.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.audit.AuditEvent;
import dev.supportlink.audit.AuditEventRepository;
import dev.supportlink.audit.AuditFilter;
import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredAuditEventsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456Z");

    @ParameterizedTest
    @EnumSource
    void keepsEveryFieldNewestFirst(TestDatabase database) {
        String connection = Ids.next();
        events(database).add(event("anna", "first", connection, NOW));
        events(database).add(event("bert", "second", connection, NOW.plusSeconds(1)));

        List<AuditEvent> found = ofConnection(database, connection, 10, null).items();

        assertThat(found).extracting(AuditEvent::action).containsExactly("second", "first");
        AuditEvent first = found.get(1);
        assertThat(first)
                .isEqualTo(new AuditEvent(first.id(), NOW, "anna", "first", connection, Map.of("k", "v \"1\"")));
    }

    @ParameterizedTest
    @EnumSource
    void filtersByEveryField(TestDatabase database) {
        String connection = Ids.next();
        String actor = Ids.next();
        events(database).add(event(actor, "made", connection, NOW));
        events(database).add(event(actor, "changed", null, NOW.plusSeconds(1)));

        assertThat(actions(database, new AuditFilter(null, actor, null, null))).containsExactly("changed", "made");
        assertThat(actions(database, new AuditFilter(null, actor, "made", null)))
                .containsExactly("made");
        assertThat(actions(database, new AuditFilter(connection, actor, null, null)))
                .containsExactly("made");
        assertThat(actions(database, new AuditFilter(null, actor, null, NOW.plusSeconds(1))))
                .containsExactly("changed");
    }

    @ParameterizedTest
    @EnumSource
    void pagesFollowEachOther(TestDatabase database) {
        String connection = Ids.next();
        for (int i = 0; i < 3; i++) {
            events(database).add(event("anna", "step-" + i, connection, NOW));
        }

        Slice<AuditEvent> first = ofConnection(database, connection, 2, null);
        Slice<AuditEvent> second = ofConnection(database, connection, 2, first.nextCursor());

        assertThat(first.items()).extracting(AuditEvent::action).containsExactly("step-2", "step-1");
        assertThat(second.items()).extracting(AuditEvent::action).containsExactly("step-0");
        assertThat(second.nextCursor()).isNull();
        assertThatThrownBy(() -> ofConnection(database, connection, 2, "x")).isInstanceOf(InvalidInput.class);
    }

    private static List<String> actions(TestDatabase database, AuditFilter filter) {
        return events(database).list(filter, new PageRequest(10, null)).items().stream()
                .map(AuditEvent::action)
                .toList();
    }

    private static Slice<AuditEvent> ofConnection(TestDatabase database, String connection, int limit, String cursor) {
        return events(database).list(new AuditFilter(connection, null, null, null), new PageRequest(limit, cursor));
    }

    private static AuditEvent event(String actor, String action, String connection, Instant at) {
        return new AuditEvent(null, at, actor, action, connection, Map.of("k", "v \"1\""));
    }

    private static AuditEventRepository events(TestDatabase database) {
        return database.port(AuditEventRepository.class, entities -> {
            StoredAuditEvents adapter = new StoredAuditEvents();
            adapter.entities = entities;
            return adapter;
        });
    }
}
