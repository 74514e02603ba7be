package dev.supportlink.sandbox.run;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The report at the end of a run. */
final class Report {

    private final RunSettings settings;
    private final JsonObject connection;
    private final JsonObject plan;
    private final JsonObject verification;
    private final IncidentTrip.Arrival arrival;
    private final List<String> lines = new ArrayList<>();

    Report(
            RunSettings settings,
            JsonObject connection,
            JsonObject plan,
            JsonObject verification,
            IncidentTrip.Arrival arrival) {
        this.settings = settings;
        this.connection = connection;
        this.plan = plan;
        this.verification = verification;
        this.arrival = arrival;
    }

    boolean passed() {
        return verification.getString("status").equals("passed");
    }

    List<String> lines() {
        lines.clear();
        steps();
        checks();
        incident();
        addresses();
        byHand();
        return List.copyOf(lines);
    }

    private void steps() {
        title("Set-up of " + connection.getString("name") + ": " + plan.getString("setupState"));
        int number = 0;
        for (JsonObject step : SetupWalk.steps(plan)) {
            number++;
            row("%2d  %-22s %-17s %s"
                    .formatted(number, step.getString("id"), step.getString("adminRole"), step.getString("state")));
        }
    }

    private void checks() {
        title("Checks at " + verification.getString("startedAt") + ": " + verification.getString("status") + ", health "
                + connection.getString("health"));
        verification.getJsonArray("checks").getValuesAs(JsonObject.class).forEach(this::check);
    }

    private void check(JsonObject check) {
        String outcome = check.getString("outcome");
        row("%-8s %-9s %s".formatted(outcome, check.getString("side"), check.getString("title")));
        if (!outcome.equals("passed")) {
            text(check, "reason").ifPresent(reason -> detail("reason", reason));
            text(check, "message").ifPresent(message -> detail("", message));
            remedy(check).ifPresent(remedy -> detail("remedy", remedy));
        }
    }

    private void incident() {
        title("Incident");
        row("%-16s %s".formatted("in SupportLink", arrival.sent().number()));
        row("%-16s %s, %s, work notes: %d, arrived after %d ms"
                .formatted(
                        "in ServiceNow",
                        arrival.instanceNumber(),
                        arrival.state().equals("6") ? "resolved" : "state " + arrival.state(),
                        arrival.workNotes(),
                        arrival.took().toMillis()));
    }

    private void addresses() {
        title("Addresses");
        address("console", settings.baseUrl() + "/console/");
        address("admin API", settings.baseUrl() + "/admin/v1/connections/" + connection.getString("id"));
        address("sign in as", "admin, with the password in " + settings.adminPasswordFile());
        address("instance", connection.getString("instanceUrl", ""));
    }

    private void byHand() {
        title("Try it by hand: three lines to paste, the values come from the file");
        lines.addAll(ByHand.lines(settings.microsoftSideFile()));
    }

    private void address(String name, String where) {
        row("%-16s %s".formatted(name, where));
    }

    private void detail(String name, String text) {
        row("%-8s %-9s %s".formatted("", name, text));
    }

    private void title(String title) {
        lines.add("");
        lines.add("== " + title);
    }

    private void row(String row) {
        lines.add("  " + row);
    }

    private static Optional<String> remedy(JsonObject check) {
        return Optional.ofNullable(check.get("remedy"))
                .filter(JsonObject.class::isInstance)
                .map(value -> value.asJsonObject())
                .map(remedy -> text(remedy, "adminRole").orElse("") + ": "
                        + text(remedy, "text").orElse(""));
    }

    private static Optional<String> text(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name))
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString());
    }
}
