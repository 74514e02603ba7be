package dev.supportlink.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.sandbox.entra.ClientSecret;
import dev.supportlink.sandbox.entra.Person;
import dev.supportlink.sandbox.entra.Tenant;
import dev.supportlink.sandbox.instance.InstanceUser;
import dev.supportlink.sandbox.world.SandboxWorld;
import dev.supportlink.testing.AdminClient.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A plan that SupportLink itself works through with an Entra admin's token and a ServiceNow admin's password, each given
 * for one request. Afterwards neither stands in an answer, a log or the database.
 */
class TransientSecretsIT {

    private static final String ADMIN_PASSWORD = "the-administrators-own-password";
    private static final String DOMAIN = "contoso.onmicrosoft.com";

    private final SandboxWorld world = OutsideWorld.world();
    private final List<String> secrets = new ArrayList<>(List.of(ADMIN_PASSWORD, "a-wrong-password-of-theirs"));
    private final List<String> answers = new ArrayList<>();
    private SetupPath path;

    @Test
    void credentialsGivenForOneRequestLeaveNoTrace() throws IOException, SQLException {
        try (LibertyProcess server = OutsideWorld.pointed(LibertyProcess.named("transient"))) {
            server.start();
            AdminClient admin = AdminClient.first(server.server().base(), server.dataDirectory());
            path = SetupPath.begin(admin, "transient secrets");
            path.chooseTargets();

            makeTheApplication();
            makeTheRegistration();
            makeTheUser();
            pasteFindings();
            path.done("enable-users", "{'nobodyYet':true}")
                    .done("complete-integration", "{'handedOnTo':'the integration test'}")
                    .done("test-connection", "{}");

            remember(admin);
            server.stop();
            String url = "jdbc:h2:file:" + server.dataDirectory().resolve("supportlink") + ";MODE=LEGACY";
            try (Connection database = DriverManager.getConnection(url, "supportlink", "")) {
                assertThat(DatabaseText.of(database))
                        .contains("transient secrets", "supportlink-instance-findings-1")
                        .doesNotContain(secrets)
                        .doesNotContain("eyJ");
            }
            assertLogsHide(server);
        }
    }

    private void makeTheApplication() {
        Tenant tenant = world.entra().tenant(DOMAIN).orElseThrow();
        String poor = token(tenant, "Application.Read.All");
        Reply refused = answer("entra-application", Json.createObjectBuilder().add("graphAccessToken", poor))
                .expect(422);
        assertThat(refused.json().getString("reason")).isEqualTo("graph-token-not-allowed");
        assertThat(path.step("entra-application").getString("state")).isEqualTo("ready");

        String token = token(tenant, "Application.ReadWrite.All");
        JsonObject done = answer("entra-application", Json.createObjectBuilder().add("graphAccessToken", token))
                .expect(200)
                .json();
        Application made = tenant.applications().stream()
                .filter(each -> each.displayName().equals("SupportLink " + path.id()))
                .findFirst()
                .orElseThrow();
        assertThat(done.getString("state")).isEqualTo("done");
        assertThat(done.getJsonObject("values").getString("clientId")).isEqualTo(made.appId());
        assertThat(made.redirectUris()).containsExactly(world.instance().baseUri() + "/oauth_redirect.do");
        assertThat(made.secrets())
                .extracting(ClientSecret::displayName)
                .containsExactly("SupportLink set-up " + path.id());
        secrets.add(made.secrets().get(0).value());

        answer("entra-application", Json.createObjectBuilder().add("graphAccessToken", token))
                .expect(200);
        assertThat(made.secrets()).as("nothing is made twice").hasSize(1);
        path.done("outbound-provider", "{}");
    }

    private void makeTheRegistration() {
        world.instance()
                .admin()
                .addUser("root.of.transient", "Root", "Admin")
                .give("admin")
                .give("snc_basic_auth_api_access")
                .password(ADMIN_PASSWORD);
        Reply refused = answer(
                        "inbound-client",
                        byAdministrator("a-wrong-password-of-theirs").add("createRegistration", true))
                .expect(422);
        assertThat(refused.json().getString("reason")).isEqualTo("instance-admin-refused");

        answer("inbound-client", byAdministrator(ADMIN_PASSWORD).add("createRegistration", true))
                .expect(200);
        assertThat(world.instance().admin().oauthEndpoint("SupportLink transient secrets"))
                .isPresent();
        secrets.add(world.instance()
                .admin()
                .oauthEndpoint("SupportLink transient secrets")
                .orElseThrow()
                .clientSecret());
    }

    private void makeTheUser() {
        String name = path.step("integration-user").getJsonObject("values").getString("suggestedUserName");
        answer(
                        "integration-user",
                        byAdministrator(ADMIN_PASSWORD).add("userName", name).add("createUser", true))
                .expect(200);

        InstanceUser made = world.instance().admin().user(name);
        assertThat(made.value("web_service_access_only")).isEqualTo("true");
        assertThat(made.roles()).containsExactly("incident_manager");
        secrets.add(made.password());
    }

    /** What the script prints, since nobody runs it here. */
    private void pasteFindings() {
        JsonObject user = path.step("integration-user").getJsonObject("values");
        JsonObject client = path.step("inbound-client").getJsonObject("values");
        String printed = Json.createObjectBuilder()
                .add("format", "supportlink-instance-findings-1")
                .add("connection", path.id())
                .add("at", Instant.now().toString())
                .add(
                        "user",
                        Json.createObjectBuilder()
                                .add("userName", user.getString("userName"))
                                .add("active", true)
                                .add("lockedOut", false)
                                .add("passwordNeedsReset", false)
                                .add("webServiceAccessOnly", true))
                .add("roles", Json.createArrayBuilder(List.of("incident_manager")))
                .add(
                        "oauthEntity",
                        Json.createObjectBuilder()
                                .add("clientId", client.getString("clientId"))
                                .add("name", "SupportLink transient secrets")
                                .add("active", true)
                                .add("accessTokenLifespan", 1800)
                                .add("refreshTokenLifespan", 8_640_000))
                .add("tables", Json.createArrayBuilder())
                .build()
                .toString();
        answer("instance-access", Json.createObjectBuilder().add("scriptOutput", "nonsense"))
                .expect(400);
        JsonObject done = answer("instance-access", Json.createObjectBuilder().add("scriptOutput", printed))
                .expect(200)
                .json();
        assertThat(done.getString("state")).isEqualTo("done");
        assertThat(done.getJsonObject("values").getString("findingsOf")).startsWith("20");
    }

    private void remember(AdminClient admin) {
        for (String page : List.of("", "/setup", "/completion-sheet", "/verifications", "/secrets")) {
            answers.add(admin.get(path.path() + page).text());
        }
        answers.add(admin.get("/admin/v1/audit-events?limit=200").expect(200).text());
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer).doesNotContain(secrets).doesNotContain("eyJ"));
        assertThat(path.step("entra-application").toString()).contains("transient-secret");
    }

    private void assertLogsHide(LibertyProcess server) throws IOException {
        try (Stream<Path> logs = Files.walk(server.logDirectory())) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(log, StandardCharsets.ISO_8859_1))
                        .as(log.toString())
                        .doesNotContain(secrets)
                        .doesNotContain("eyJ");
            }
        }
        assertThat(server.console()).doesNotContain(secrets).doesNotContain("eyJ");
    }

    private Reply answer(String step, JsonObjectBuilder given) {
        Reply reply = path.answer(step, given);
        answers.add(reply.text());
        return reply;
    }

    private static JsonObjectBuilder byAdministrator(String password) {
        return Json.createObjectBuilder()
                .add("adminUserName", "root.of.transient")
                .add("adminPassword", password);
    }

    private String token(Tenant tenant, String scope) {
        Application client = tenant.register("Azure CLI");
        String token = world.entra()
                .personsToken(
                        tenant,
                        client,
                        world.graph().baseUri().toString(),
                        new Person("0f0e0d0c-0000-0000-0000-000000000009", "admin", scope));
        secrets.add(token);
        return token;
    }
}
