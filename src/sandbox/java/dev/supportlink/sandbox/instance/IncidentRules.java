package dev.supportlink.sandbox.instance;

import dev.supportlink.sandbox.state.Simulation;
import java.util.Map;
import java.util.Set;

/** What an instance does by itself when an incident is saved: priority, state, data policy, times. */
final class IncidentRules {

    private static final Set<String> STATES = Set.of("1", "2", "3", "6", "7", "8");
    private static final Map<String, String> PRIORITIES =
            Map.of("11", "1", "12", "2", "13", "3", "21", "2", "22", "3", "23", "4", "31", "3", "32", "4", "33", "5");

    private final Simulation simulation;
    private final Choices choices;
    private final AccessRules access;

    IncidentRules(Simulation simulation, Choices choices, AccessRules access) {
        this.simulation = simulation;
        this.choices = choices;
        this.access = access;
    }

    void beforeInsert(Row incident, Row user, String number) {
        incident.set("number", number)
                .set("task_effective_number", number)
                .set("opened_at", InstanceTime.format(simulation.now()))
                .set("opened_by", user.id());
        apply(incident, user, "1");
    }

    void beforeUpdate(Row before, Row incident, Row user) {
        apply(incident, user, before.get("state"));
    }

    private void apply(Row incident, Row user, String stateBefore) {
        incident.set("priority", PRIORITIES.getOrDefault(incident.get("impact") + incident.get("urgency"), "5"));
        String state = incident.get("state");
        if (!STATES.contains(state)) {
            throw InstanceRefusal.dataPolicy("'" + state + "' is no choice of State.");
        }
        incident.set("incident_state", state).set("active", String.valueOf(!isEnd(state)));
        checkResolution(incident, state);
        if (!state.equals(stateBefore)) {
            enter(incident, user, state);
        }
    }

    private void enter(Row incident, Row user, String state) {
        String now = InstanceTime.format(simulation.now());
        switch (state) {
            case "6" -> incident.set("resolved_at", now).set("resolved_by", user.id());
            case "7" -> {
                access.checkClose(user);
                incident.set("closed_at", now).set("closed_by", user.id());
            }
            case "8" -> incident.set("closed_at", now).set("closed_by", user.id());
            default -> incident.set("resolved_at", "").set("resolved_by", "");
        }
    }

    /** The data policy of resolving: both fields are mandatory and the code must be a choice of this instance. */
    private void checkResolution(Row incident, String state) {
        String code = incident.get("close_code");
        if (!code.isEmpty() && !choices.has("close_code", code)) {
            throw InstanceRefusal.dataPolicy("'" + code + "' is no choice of Resolution code.");
        }
        boolean resolved = state.equals("6") || state.equals("7");
        if (resolved && (code.isEmpty() || incident.get("close_notes").isEmpty())) {
            throw InstanceRefusal.dataPolicy("These fields are mandatory: Resolution code, Resolution notes.");
        }
    }

    private static boolean isEnd(String state) {
        return state.equals("7") || state.equals("8");
    }
}
