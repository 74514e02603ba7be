package dev.supportlink.access;

import dev.supportlink.audit.AuditTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers what was recorded. */
final class RecordedAudit implements AuditTrail {

    record Entry(String actor, String action, @Nullable String connectionId, Map<String, String> detail) {}

    final List<Entry> entries = new ArrayList<>();

    @Override
    public void record(String actor, String action, @Nullable String connectionId, Map<String, String> detail) {
        entries.add(new Entry(actor, action, connectionId, Map.copyOf(detail)));
    }
}
