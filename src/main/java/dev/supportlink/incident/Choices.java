package dev.supportlink.incident;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that choice fields take, and how ServiceNow shows them. */
public final class Choices {

    /** Classic values of {@code close_code} and the nearest of the new generation. */
    private static final Map<String, String> CLASSIC_TO_NEW = Map.of(
            "Solved (Work Around)", "Workaround provided",
            "Solved (Permanently)", "Solution provided",
            "Solved Remotely (Work Around)", "Workaround provided",
            "Solved Remotely (Permanently)", "Solution provided",
            "Not Solved (Not Reproducible)", "No resolution provided",
            "Not Solved (Too Costly)", "No resolution provided",
            "Closed/Resolved by Caller", "Resolved by caller");

    /** New values of {@code close_code} and the nearest classic one. */
    private static final Map<String, String> NEW_TO_CLASSIC = Map.of(
            "Duplicate", "Not Solved (Not Reproducible)",
            "Known error", "Solved (Work Around)",
            "No resolution provided", "Not Solved (Not Reproducible)",
            "Resolved by caller", "Closed/Resolved by Caller",
            "Resolved by change", "Solved (Permanently)",
            "Resolved by problem", "Solved (Permanently)",
            "Resolved by request", "Solved (Permanently)",
            "Solution provided", "Solved (Permanently)",
            "Workaround provided", "Solved (Work Around)",
            "User error", "Closed/Resolved by Caller");

    private static final Map<String, Map<String, String>> LABELS = Map.of(
            IncidentFields.STATE,
            states(),
            IncidentFields.INCIDENT_STATE,
            states(),
            IncidentFields.IMPACT,
            ordered("1", "1 - High", "2", "2 - Medium", "3", "3 - Low"),
            IncidentFields.URGENCY,
            ordered("1", "1 - High", "2", "2 - Medium", "3", "3 - Low"),
            "severity",
            ordered("1", "1 - High", "2", "2 - Medium", "3", "3 - Low"),
            "hold_reason",
            ordered("1", "Awaiting Caller", "3", "Awaiting Problem", "4", "Awaiting Vendor", "5", "Awaiting Change"),
            "priority",
            ordered("1", "1 - Critical", "2", "2 - High", "3", "3 - Moderate", "4", "4 - Low", "5", "5 - Planning"));

    private Choices() {}

    /** How a value is shown; the value itself where it has no label. */
    public static String label(String field, String content) {
        return LABELS.getOrDefault(field, Map.of()).getOrDefault(content, content);
    }

    /** The values that a caller may give a field; empty for fields that take any text. */
    static Optional<List<String>> of(String field) {
        return switch (field) {
            case IncidentFields.STATE -> Optional.of(List.of("1", "2", "3", "6", "8"));
            case IncidentFields.IMPACT, IncidentFields.URGENCY, "severity" -> Optional.of(List.of("1", "2", "3"));
            case "hold_reason" -> Optional.of(List.of("1", "3", "4", "5"));
            case IncidentFields.CLOSE_CODE -> Optional.of(closeCodes());
            default -> Optional.empty();
        };
    }

    /**
     * The value of {@code close_code} to write to an instance that offers {@code choices}: the same, else the nearest of
     * the other generation, else the same after all, so that the instance says what it does not like.
     */
    public static String closeCodeFor(String closeCode, List<String> choices) {
        if (choices.contains(closeCode)) {
            return closeCode;
        }
        String counterpart = CLASSIC_TO_NEW.getOrDefault(closeCode, NEW_TO_CLASSIC.get(closeCode));
        return counterpart != null && choices.contains(counterpart) ? counterpart : closeCode;
    }

    private static List<String> closeCodes() {
        return java.util.stream.Stream.concat(CLASSIC_TO_NEW.keySet().stream(), NEW_TO_CLASSIC.keySet().stream())
                .sorted()
                .toList();
    }

    private static Map<String, String> states() {
        return ordered("1", "New", "2", "In Progress", "3", "On Hold", "6", "Resolved", "7", "Closed", "8", "Canceled");
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            labels.put(pairs[index], pairs[index + 1]);
        }
        return Map.copyOf(labels);
    }
}
