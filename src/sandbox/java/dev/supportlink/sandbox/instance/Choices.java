package dev.supportlink.sandbox.instance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The choice lists of the incident table. */
final class Choices {

    private static final List<String> CLASSIC_CLOSE_CODES = List.of(
            "Solved (Work Around)",
            "Solved (Permanently)",
            "Solved Remotely (Work Around)",
            "Solved Remotely (Permanently)",
            "Not Solved (Not Reproducible)",
            "Not Solved (Too Costly)",
            "Closed/Resolved by Caller");

    private static final List<String> NEW_CLOSE_CODES = List.of(
            "Duplicate",
            "Known error",
            "No resolution provided",
            "Resolved by caller",
            "Resolved by change",
            "Resolved by problem",
            "Resolved by request",
            "Solution provided",
            "Workaround provided",
            "User error");

    private final Tables tables;

    Choices(Tables tables) {
        this.tables = tables;
    }

    void create() {
        add(
                "state",
                List.of(
                        "1",
                        "New",
                        "2",
                        "In Progress",
                        "3",
                        "On Hold",
                        "6",
                        "Resolved",
                        "7",
                        "Closed",
                        "8",
                        "Canceled"));
        add(
                "incident_state",
                List.of(
                        "1",
                        "New",
                        "2",
                        "In Progress",
                        "3",
                        "On Hold",
                        "6",
                        "Resolved",
                        "7",
                        "Closed",
                        "8",
                        "Canceled"));
        add("impact", List.of("1", "1 - High", "2", "2 - Medium", "3", "3 - Low"));
        add("urgency", List.of("1", "1 - High", "2", "2 - Medium", "3", "3 - Low"));
        add(
                "priority",
                List.of(
                        "1",
                        "1 - Critical",
                        "2",
                        "2 - High",
                        "3",
                        "3 - Moderate",
                        "4",
                        "4 - Low",
                        "5",
                        "5 - Planning"));
        add(
                "hold_reason",
                List.of(
                        "1",
                        "Awaiting Caller",
                        "3",
                        "Awaiting Problem",
                        "4",
                        "Awaiting Vendor",
                        "5",
                        "Awaiting Change"));
        add(
                "category",
                List.of(
                        "inquiry",
                        "Inquiry / Help",
                        "software",
                        "Software",
                        "hardware",
                        "Hardware",
                        "network",
                        "Network"));
        closeCodes(CloseCodes.NEW);
    }

    void closeCodes(CloseCodes generation) {
        tables.get("sys_choice").removeIf(row -> row.has("element", "close_code"));
        for (String code : generation == CloseCodes.CLASSIC ? CLASSIC_CLOSE_CODES : NEW_CLOSE_CODES) {
            add("close_code", code, code);
        }
    }

    boolean has(String element, String value) {
        return choice(element, value).isPresent();
    }

    Optional<String> label(String element, String value) {
        return choice(element, value).map(row -> row.get("label"));
    }

    private Optional<Row> choice(String element, String value) {
        return tables.get("sys_choice")
                .rowsWith("element", element)
                .filter(row -> row.has("value", value) && !row.is("inactive"))
                .findFirst();
    }

    private void add(String element, List<String> valuesAndLabels) {
        for (int i = 0; i < valuesAndLabels.size(); i += 2) {
            add(element, valuesAndLabels.get(i), valuesAndLabels.get(i + 1));
        }
    }

    private void add(String element, String value, String label) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", IncidentSchema.NAME);
        values.put("element", element);
        values.put("value", value);
        values.put("label", label);
        tables.insert("sys_choice", values, Tables.SYSTEM);
    }
}
