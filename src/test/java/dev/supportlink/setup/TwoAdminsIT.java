package dev.supportlink.setup;

import static dev.supportlink.testing.SetupPath.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.AdminClient.Reply;
import dev.supportlink.testing.SetupPath;
import dev.supportlink.testing.SharedDeployment;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two admins who finish steps at the same moment, 200 times over HTTP. */
class TwoAdminsIT extends SharedDeployment {

    private static final int TIMES = 200;

    private final ExecutorService admins = Executors.newFixedThreadPool(2);
    private AdminClient admin;

    @BeforeEach
    void signIn() {
        admin = firstUser();
    }

    @AfterEach
    void stop() {
        admins.shutdownNow();
    }

    /** Both change the connection itself, and both re-open later steps. */
    @Test
    void differentStepsAtTheSameMomentLoseNothing() throws Exception {
        SetupPath path =
                SetupPath.begin(admin, "two admins " + UUID.randomUUID()).chooseTargets();
        for (int i = 1; i <= TIMES; i++) {
            String application = UUID.randomUUID().toString();
            String client = "client-" + i;

            List<Integer> answers = atOnce(
                    path,
                    new Put("entra-application", i - 1, "{'clientId':'" + application + "'}"),
                    new Put(
                            "inbound-client",
                            i - 1,
                            "{'clientId':'" + client + "','clientSecret':'secret-" + i + "'}"));

            assertThat(answers).containsExactly(200, 200);
            assertThat(shown(path, "entra-application")).isEqualTo(application);
            assertThat(shown(path, "inbound-client")).isEqualTo(client);
        }
    }

    @Test
    void theSameStepAtTheSameMomentIsWonByOne() throws Exception {
        SetupPath path =
                SetupPath.begin(admin, "same step " + UUID.randomUUID()).chooseTargets();
        for (int i = 1; i <= TIMES; i++) {
            List<Integer> answers = atOnce(
                    path,
                    new Put("inbound-client", i - 1, "{'clientId':'one-" + i + "','clientSecret':'secret-" + i + "'}"),
                    new Put(
                            "inbound-client",
                            i - 1,
                            "{'clientId':'other-" + i + "','clientSecret':'secret-" + i + "'}"));

            assertThat(answers).containsExactlyInAnyOrder(200, 412);
            assertThat(path.step("inbound-client").getString("etag")).isEqualTo("\"" + i + "\"");
            assertThat(shown(path, "inbound-client")).isEqualTo(answers.get(0) == 200 ? "one-" + i : "other-" + i);
        }
    }

    /** One answer with the revision that its admin saw. */
    private record Put(String step, long seen, String answers) {

        JsonObject body() {
            String role = step.equals("entra-application") ? "entra-admin" : "servicenow-admin";
            return json("{'answers':" + answers + ",'actingAs':'" + role + "'}");
        }
    }

    private List<Integer> atOnce(SetupPath path, Put one, Put other) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Future<Reply> first = admins.submit(() -> send(path, one, together));
        Future<Reply> second = admins.submit(() -> send(path, other, together));
        return List.of(
                first.get(60, TimeUnit.SECONDS).status(),
                second.get(60, TimeUnit.SECONDS).status());
    }

    private Reply send(SetupPath path, Put put, CyclicBarrier together) throws Exception {
        String step = path.path() + "/setup/steps/" + put.step();
        together.await(30, TimeUnit.SECONDS);
        return admin.put(step, put.body(), "\"" + put.seen() + "\"");
    }

    private static String shown(SetupPath path, String step) {
        return path.step(step).getJsonObject("values").getString("clientId");
    }
}
