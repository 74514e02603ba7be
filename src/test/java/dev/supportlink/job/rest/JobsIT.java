package dev.supportlink.job.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.platform.text.Ids;
import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.AdminClient.Reply;
import dev.supportlink.testing.SharedDeployment;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Jobs over HTTP. The schedule of the shared server may start a job at any time; the tests let it. */
class JobsIT extends SharedDeployment {

    private static final String VERIFY = "/admin/v1/jobs/verify-connections/executions";

    private final AdminClient operator = firstUser();

    @Test
    void everyJobHasItsLine() {
        JsonObject jobs = operator.get("/admin/v1/jobs").expect(200).json();

        assertThat(jobs.getJsonArray("items").getValuesAs(JsonObject.class))
                .extracting(job -> job.getString("name"))
                .contains("verify-connections", "deliver-incidents", "purge-expired");
        assertThat(jobs.getJsonArray("items").getValuesAs(JsonObject.class))
                .allSatisfy(job -> assertThat(job).containsKeys("title", "schedule", "lastRun", "nextRun"));
    }

    @Test
    void jobStartedByHandRunsToItsEnd() {
        newConnection();
        Reply ended = start("?wait=PT60S").expect(200);

        assertThat(ended.json().getString("job")).isEqualTo("verify-connections");
        assertThat(ended.json().getString("status")).isEqualTo("completed");
        assertThat(time(ended, "finishedAt")).isAfter(time(ended, "startedAt"));
        assertThat(ended.json().getJsonObject("counts").getInt("connections")).isPositive();
    }

    @Test
    void executionIsFoundByItselfInTheListAndWithTheJob() {
        JsonObject ended = start("?wait=PT60S").expect(200).json();
        String id = ended.getString("id");

        assertThat(operator.get(VERIFY + "/" + id).expect(200).json()).isEqualTo(ended);
        assertThat(operator.get(VERIFY + "?limit=200").expect(200).text()).contains(id);
        assertThat(operator.get("/admin/v1/jobs").expect(200).text()).contains("\"lastRun\":{\"id\":\"");
    }

    @Test
    void ofManyStartsAtOnceOneWins() {
        newConnection();
        List<Reply> replies = startsAtOnce();
        while (replies.stream().noneMatch(reply -> reply.status() == 202)) {
            // The schedule was quicker; when its run has ended, one of the next starts wins.
            awaitEnd(replies.get(0));
            replies = startsAtOnce();
        }
        Reply winner = replies.stream()
                .filter(reply -> reply.status() == 202)
                .findFirst()
                .orElseThrow();

        assertThat(replies.stream().filter(reply -> reply != winner)).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.json().getString("execution"))
                    .isEqualTo(winner.json().getString("id"));
        });
    }

    @Test
    void unknownJobsAndExecutionsAreProblems() {
        Reply unknown = operator.get("/admin/v1/jobs/no-such-job/executions").expect(404);

        assertThat(unknown.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(unknown.json().getString("detail")).contains("verify-connections");
        operator.post("/admin/v1/jobs/no-such-job/executions", null).expect(404);
        operator.get(VERIFY + "/" + Ids.next()).expect(404);
        operator.post(VERIFY + "?wait=soon", null).expect(400);
    }

    @Test
    void auditorsReadAndOnlyOperatorsStart() {
        String name = "auditor-" + Ids.next().substring(0, 8);
        JsonObject user = Json.createObjectBuilder()
                .add("name", name)
                .add("password", "a long enough password")
                .add(
                        "roles",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("role", "auditor")))
                .build();
        operator.post("/admin/v1/users", user).expect(201);
        AdminClient auditor = operator.as(name, "a long enough password");

        auditor.get("/admin/v1/jobs").expect(200);
        auditor.get(VERIFY).expect(200);
        auditor.post(VERIFY, null).expect(403);
    }

    /** Starts the job, after the end of a run that the schedule has started. */
    private Reply start(String query) {
        Reply reply = operator.post(VERIFY + query, null);
        while (reply.status() == 409) {
            awaitEnd(reply);
            reply = operator.post(VERIFY + query, null);
        }
        return reply;
    }

    private List<Reply> startsAtOnce() {
        return Stream.generate(() -> CompletableFuture.supplyAsync(() -> operator.post(VERIFY, null)))
                .limit(6)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private void awaitEnd(Reply conflict) {
        String path = VERIFY + "/" + conflict.json().getString("execution");
        JsonObject execution = operator.get(path).expect(200).json();
        while (execution.getString("status").equals("running")) {
            execution = operator.get(path).expect(200).json();
        }
    }

    private static Instant time(Reply reply, String field) {
        return Instant.parse(reply.json().getString(field));
    }

    private void newConnection() {
        JsonObject connection = Json.createObjectBuilder()
                .add("name", "job " + Ids.next())
                .add("tenantDomain", "contoso.onmicrosoft.com")
                .build();
        operator.post("/admin/v1/connections", connection).expect(201);
    }
}
