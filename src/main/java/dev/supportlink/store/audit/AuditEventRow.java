package dev.supportlink.store.audit;

import dev.supportlink.audit.AuditEvent;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A row of {@code audit_event}. */
@Entity
@Table(name = "audit_event")
class AuditEventRow {

    private static final Jsonb JSON = JsonbBuilder.create();

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "happened_at")
    Instant at;

    @Column
    String actor;

    @Column
    String action;

    @Column(name = "connection_id")
    @Nullable
    String connectionId;

    @Column
    String detail;

    static AuditEventRow of(AuditEvent event) {
        AuditEventRow row = new AuditEventRow();
        row.at = event.at();
        row.actor = event.actor();
        row.action = event.action();
        row.connectionId = event.connectionId();
        row.detail = JSON.toJson(new TreeMap<>(event.detail()));
        return row;
    }

    AuditEvent toEvent() {
        return new AuditEvent(String.valueOf(id), at, actor, action, connectionId, detailMap());
    }

    @SuppressWarnings("unchecked") // Only of() writes the column, and it writes text by text.
    private Map<String, String> detailMap() {
        return JSON.fromJson(detail, Map.class);
    }
}
