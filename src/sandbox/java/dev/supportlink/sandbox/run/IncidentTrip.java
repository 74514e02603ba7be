package dev.supportlink.sandbox.run;

import dev.supportlink.sandbox.caller.CallRefused;
import dev.supportlink.sandbox.caller.CallerIncident;
import dev.supportlink.sandbox.caller.MicrosoftSideCaller;
import dev.supportlink.sandbox.caller.SheetValues;
import dev.supportlink.sandbox.world.InstancePortal;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sends one incident from Microsoft's side and waits until all of it has arrived in the instance. */
final class IncidentTrip {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Set<String> STUCK = Set.of("held", "failed", "needs-attention");

    /** Where the incident went: both numbers, and what the instance holds of it. */
    record Arrival(CallerIncident sent, String instanceNumber, String state, int workNotes, Duration took) {}

    private final AdminApi admin;
    private final InstancePortal instance;
    private final Patience patience;
    private final Progress progress;

    IncidentTrip(AdminApi admin, InstancePortal instance, Patience patience, Progress progress) {
        this.admin = admin;
        this.instance = instance;
        this.patience = patience;
        this.progress = progress;
    }

    Arrival make(String connectionId, JsonObject sheet, Instant now) {
        String note = "Work note of the sandbox, written at " + now.truncatedTo(ChronoUnit.SECONDS);
        long start = System.nanoTime();
        CallerIncident sent = send(new MicrosoftSideCaller(SheetValues.of(sheet)), note);
        Map<String, String> arrived = patience.until(
                        "the incident to arrive in the instance", LIMIT, () -> arrived(connectionId, sent, note))
                .orElseThrow(() -> new RunFailed(
                        "Incident " + sent.number() + " did not arrive in the instance within " + LIMIT.toSeconds()
                                + " s; SupportLink says it is " + deliveryState(connectionId, sent) + ".",
                        "Look at GET /admin/v1/connections/" + connectionId + "/incidents and at messages.log."));
        return new Arrival(
                sent,
                arrived.getOrDefault("number", ""),
                arrived.getOrDefault("state", ""),
                notes(arrived).size(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private CallerIncident send(MicrosoftSideCaller caller, String note) {
        try {
            caller.signIn();
            CallerIncident incident = caller.create(Map.of(
                    "short_description", "Sandbox: outgoing mail is delayed",
                    "description", "Sent by the simulated caller at Microsoft's side.",
                    "impact", "2",
                    "urgency", "2"));
            progress.line("Microsoft's side: created " + incident.number() + ".");
            caller.addWorkNote(incident, note);
            caller.resolve(incident, "Solution provided", "The queue was emptied.");
            progress.line("Microsoft's side: added a work note and resolved it.");
            return incident;
        } catch (CallRefused refused) {
            throw new RunFailed(
                    "Microsoft's side: " + refused.getMessage(),
                    "Compare microsoft-side.json with the completion sheet, and look into messages.log.");
        }
    }

    private Optional<Map<String, String>> arrived(String connectionId, CallerIncident sent, String note) {
        String delivery = deliveryState(connectionId, sent);
        if (STUCK.contains(delivery)) {
            throw new RunFailed(
                    "Incident " + sent.number() + " is " + delivery + " on its way to the instance.",
                    "Look at GET /admin/v1/connections/" + connectionId + "/incidents and at messages.log.");
        }
        List<Map<String, String>> found = instance.incidentsWithCorrelationId(sent.sysId());
        if (found.size() > 1) {
            throw new RunFailed("Incident " + sent.number() + " is in the instance " + found.size() + " times.", "");
        }
        return found.stream()
                .filter(row -> "6".equals(row.get("state")) && notes(row).contains(note))
                .filter(row -> delivery.equals("delivered"))
                .findFirst();
    }

    private List<String> notes(Map<String, String> row) {
        return instance.workNotes(row.getOrDefault("sys_id", ""));
    }

    private String deliveryState(String connectionId, CallerIncident sent) {
        return admin
                .get("/admin/v1/connections/" + connectionId + "/incidents?limit=100")
                .expect("Reading the connection's incidents", 200)
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(incident -> incident.getString("sysId").equals(sent.sysId()))
                .map(incident -> incident.getString("deliveryState"))
                .findFirst()
                .orElse("unknown");
    }
}
