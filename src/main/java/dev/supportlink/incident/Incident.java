package dev.supportlink.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SupportLink's copy of one incident. An immutable value.
 *
 * @param modCount how often it was changed
 * @param fields stored values by field name; empty ones are left out
 * @param journal oldest first
 * @param instanceOrigin of the connection's present instance; null without one
 * @param link to the record on the instance; null before the first delivery
 */
public record Incident(
        String sysId,
        String connectionId,
        String number,
        long modCount,
        Map<String, String> fields,
        Stamp created,
        Stamp updated,
        List<JournalEntry> journal,
        @Nullable String instanceOrigin,
        @Nullable InstanceLink link) {

    /** Who did something when. */
    public record Stamp(Instant at, String by) {}

    public Incident {
        fields = Map.copyOf(fields);
        journal = List.copyOf(journal);
    }

    /** What its looks depend on. */
    public IncidentRevision revision() {
        return new IncidentRevision(modCount, instanceOrigin);
    }

    /** A stored value, or the empty string. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    public String state() {
        return field(IncidentFields.STATE);
    }

    /** The instance's own where it differs, else what impact and urgency make. */
    public String priority() {
        return fields.getOrDefault(IncidentFields.PRIORITY, priorityOf(fields));
    }

    /** Whether it began on the instance: then it has the sys_id that it has there. */
    public boolean adopted() {
        return link != null && link.sysId().equals(sysId);
    }

    /** By the table that instances come with. */
    public static String priorityOf(Map<String, String> fields) {
        return Integer.toString(level(fields, IncidentFields.IMPACT) + level(fields, IncidentFields.URGENCY) - 1);
    }

    /** Resolved ones are active until they are closed. */
    public boolean active() {
        return !state().equals("7") && !state().equals("8");
    }

    private static int level(Map<String, String> fields, String name) {
        return switch (fields.getOrDefault(name, "")) {
            case "1" -> 1;
            case "2" -> 2;
            default -> 3;
        };
    }
}
