package dev.supportlink.incident.reading;

import dev.supportlink.incident.Choices;
import dev.supportlink.incident.Incident;
import dev.supportlink.incident.IncidentFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Translates the instance's words to ours. There, {@code correlation_id} belongs to SupportLink, or to somebody whom it
 * does not concern; and {@code correlation_display} holds the caller's own correlation ID, where the caller gave one.
 */
final class TakenOver {

    private static final int MOST_CUSTOM = 100;
    private static final int LONGEST_STATE = 10;
    private static final Set<String> NEVER_EMPTY =
            Set.of(IncidentFields.STATE, IncidentFields.IMPACT, IncidentFields.URGENCY, IncidentFields.PRIORITY);
    private static final Set<String> PRIORITIES = Set.of("1", "2", "3", "4", "5");

    private TakenOver() {}

    /** The fields of a copy after the instance's row was taken over, but for the fields that ours are kept of. */
    static Map<String, String> merged(Map<String, String> stored, Map<String, String> row, Set<String> kept) {
        Map<String, String> merged = new TreeMap<>(stored);
        row.forEach((name, raw) -> {
            String text = storable(name, raw);
            if (IncidentFields.takenOver(name) && !kept.contains(name) && !keepsOurs(name, text, stored)) {
                merged.put(name, text);
            }
        });
        merged.values().removeIf(String::isEmpty);
        dropOrdinaryPriority(merged);
        return boundedCustom(merged);
    }

    private static boolean keepsOurs(String name, String text, Map<String, String> stored) {
        return switch (name) {
            case IncidentFields.CORRELATION_DISPLAY -> stored.containsKey(IncidentFields.CORRELATION_ID);
            case IncidentFields.CLOSE_CODE -> isCounterpart(stored.getOrDefault(name, ""), text);
            case IncidentFields.STATE -> text.isEmpty() || text.length() > LONGEST_STATE;
            case IncidentFields.PRIORITY -> !PRIORITIES.contains(text);
            default -> text.isEmpty() && NEVER_EMPTY.contains(name);
        };
    }

    /** Our value stands there in the words of the instance's generation. */
    private static boolean isCounterpart(String ours, String text) {
        return !ours.isEmpty() && Choices.closeCodeFor(ours, List.of(text)).equals(text);
    }

    /** Worked out anew when impact or urgency change; only an instance's own rule has to be remembered. */
    private static void dropOrdinaryPriority(Map<String, String> merged) {
        String priority = merged.remove(IncidentFields.PRIORITY);
        if (priority != null && !priority.equals(Incident.priorityOf(merged))) {
            merged.put(IncidentFields.PRIORITY, priority);
        }
    }

    private static Map<String, String> boundedCustom(Map<String, String> merged) {
        Map<String, String> bounded = new LinkedHashMap<>();
        int custom = 0;
        for (Map.Entry<String, String> field : merged.entrySet()) {
            custom += IncidentFields.custom(field.getKey()) ? 1 : 0;
            if (!IncidentFields.custom(field.getKey()) || custom <= MOST_CUSTOM) {
                bounded.put(field.getKey(), field.getValue());
            }
        }
        return bounded;
    }

    private static String storable(String name, String raw) {
        return StorableText.of(raw, IncidentFields.longest(name));
    }
}
