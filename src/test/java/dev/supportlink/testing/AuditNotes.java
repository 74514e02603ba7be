package dev.supportlink.testing;

import dev.supportlink.audit.AuditTrail;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An audit trail that a test can read: one line per event, {@code actor action {detail}}. */
public final class AuditNotes implements AuditTrail {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void record(String actor, String action, String connectionId, Map<String, String> detail) {
        lines.add(actor + " " + action + " " + new java.util.TreeMap<>(detail));
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }
}
