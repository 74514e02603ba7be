package dev.supportlink.testing;

import static dev.supportlink.testing.SetupPath.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A killed server starts again on the data it left. */
class ServerRestartIT {

    @Test
    void killedServerStartsAgainOnItsData() {
        try (LibertyProcess process = LibertyProcess.named("restart").setting("supportlink.sandbox", "true")) {
            process.start();
            String plan = planHalfWay(admin(process));
            List<String> left = steps(admin(process), plan);
            process.kill();

            assertThat(process.isRunning()).isFalse();
            assertThat(process.server().isReady()).isFalse();
            assertThat(Files.exists(process.dataDirectory().resolve("supportlink.mv.db")))
                    .isTrue();

            process.start();
            assertThat(process.messages()).contains("CWWKF0011I");
            assertThat(steps(admin(process), plan))
                    .isEqualTo(left)
                    .contains("environment done \"1\"", "tenant-domain ready \"0\"", "oidc-provider blocked \"0\"");
        }
    }

    /** Where the plan of a set-up can be read that has just come as far as its third step. */
    private static String planHalfWay(AdminClient admin) {
        String id = admin.post(
                        "/admin/v1/connections", json("{'name':'half way','tenantDomain':'contoso.onmicrosoft.com'}"))
                .expect(201)
                .json()
                .getString("id");
        String setup = "/admin/v1/connections/" + id + "/setup";
        answer(admin, setup + "/steps/consent", "{'agreed':true}");
        answer(admin, setup + "/steps/environment", "{'test':true,'basicAuthenticationAllowed':'no'}");
        return setup;
    }

    /** States and etags alone: in which order a step shows its values may differ between two processes. */
    private static List<String> steps(AdminClient admin, String plan) {
        return admin.get(plan).expect(200).json().getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                .map(step -> step.getString("id") + " " + step.getString("state") + " " + step.getString("etag"))
                .toList();
    }

    private static void answer(AdminClient admin, String step, String answers) {
        admin.put(step, json("{'answers':" + answers + ",'actingAs':'servicenow-admin'}"), "\"0\"")
                .expect(200);
    }

    private static AdminClient admin(LibertyProcess process) {
        return AdminClient.first(process.server().base(), process.dataDirectory());
    }
}
