package dev.supportlink.sandbox.run;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Runs the job that verifies all connections and fetches this connection's newest report. */
final class VerificationRun {

    private static final String EXECUTIONS = "/admin/v1/jobs/verify-connections/executions";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final AdminApi admin;
    private final Patience patience;
    private final Progress progress;

    VerificationRun(AdminApi admin, Patience patience, Progress progress) {
        this.admin = admin;
        this.patience = patience;
        this.progress = progress;
    }

    /** Runs the job to its end. */
    JsonObject runJob() {
        ApiReply started = patience.until(
                        "the job's earlier run to end",
                        LIMIT,
                        () -> Optional.of(admin.post(EXECUTIONS + "?wait=PT120S"))
                                .filter(reply -> reply.status() != 409))
                .orElseThrow(() -> new RunFailed(
                        "The job verify-connections is running all the time.", "Look into messages.log."));
        JsonObject execution = started.expect("Starting the job verify-connections", 200, 202);
        JsonObject ended = ended(execution);
        progress.line("Job verify-connections: " + ended.getString("status") + ", counts " + ended.get("counts") + ".");
        if (!ended.getString("status").equals("completed")) {
            throw new RunFailed(
                    "The job verify-connections is " + ended.getString("status") + ".", "Look into messages.log.");
        }
        return ended;
    }

    /** The newest finished verification of a connection. */
    JsonObject newest(String connectionId) {
        return patience.until(
                        "a finished verification",
                        LIMIT,
                        () -> list(connectionId).stream()
                                .filter(each -> !each.getString("status").equals("running"))
                                .max(Comparator.comparing(each -> Instant.parse(each.getString("startedAt")))))
                .orElseThrow(() -> new RunFailed(
                        "The job ran, but the connection has no finished verification.", "Look into messages.log."));
    }

    private List<JsonObject> list(String connectionId) {
        return admin.get("/admin/v1/connections/" + connectionId + "/verifications?limit=20")
                .expect("Reading the verifications", 200)
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private JsonObject ended(JsonObject execution) {
        String path = EXECUTIONS + "/" + execution.getString("id");
        return patience.until(
                        "the job to end",
                        LIMIT,
                        () -> Optional.of(admin.get(path).expect("Reading the job's execution", 200))
                                .filter(read -> !read.getString("status").equals("running")))
                .orElse(execution);
    }
}
