package dev.supportlink.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.sandbox.caller.CallerIncident;
import dev.supportlink.sandbox.caller.MicrosoftSideCaller;
import dev.supportlink.sandbox.caller.SheetValues;
import dev.supportlink.sandbox.world.InstancePortal;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The whole job on both databases: set-up, an incident that comes in, is noted and resolved, its delivery, the
 * verification by the job. Afterwards no log and no row may hold a secret.
 */
class FullRunIT {

    private static final Duration DELIVERY = Duration.ofSeconds(60);

    private final List<String> secrets = new ArrayList<>();

    @Test
    void runsOnTheEmbeddedDatabase() throws IOException, SQLException {
        try (LibertyProcess server = OutsideWorld.pointed(LibertyProcess.named("full-h2"))) {
            server.start();
            run(server, "full run on h2");
            server.stop();

            String url = "jdbc:h2:file:" + server.dataDirectory().resolve("supportlink") + ";MODE=LEGACY";
            try (Connection database = DriverManager.getConnection(url, "supportlink", "")) {
                assertHidden(server, DatabaseText.of(database));
            }
        }
    }

    @Test
    void runsOnPostgres() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                LibertyProcess server = OutsideWorld.pointed(LibertyProcess.named("full-postgres"))
                        .setting("supportlink.database.url", postgres.getJdbcUrl("postgres", "postgres"))
                        .setting("supportlink.database.user", "postgres")
                        .setting("supportlink.database.password", "postgres")) {
            server.start();
            run(server, "full run on postgres");
            server.stop();

            try (Connection database = postgres.getPostgresDatabase().getConnection()) {
                assertHidden(server, DatabaseText.of(database));
            }
        }
    }

    private void run(LibertyProcess server, String name) throws IOException {
        AdminClient admin = AdminClient.first(server.server().base(), server.dataDirectory());
        SetupPath path = SetupPath.begin(admin, name).complete();
        SheetValues sheet = sheet(path);
        remember(
                path,
                sheet,
                Files.readString(server.dataDirectory().resolve("initial-admin-password"))
                        .strip());
        rememberTokens(server, sheet);

        CallerIncident incident = work(sheet, name);

        assertDelivered(incident, name);
        assertThat(admin.post("/admin/v1/jobs/verify-connections/executions?wait=PT60S", null)
                        .expect(200)
                        .json()
                        .getString("status"))
                .isEqualTo("completed");
        JsonObject connection = admin.get(path.path()).expect(200).json();
        assertThat(connection.getString("setupState")).isEqualTo("complete");
        assertThat(connection.getString("health")).isEqualTo("healthy");
        assertAnswersHide(admin, path);
    }

    private static CallerIncident work(SheetValues sheet, String name) {
        MicrosoftSideCaller caller = new MicrosoftSideCaller(sheet);
        caller.signIn();
        CallerIncident incident = caller.create(Map.of("short_description", name, "correlation_id", name));
        caller.addWorkNote(incident, "Note of " + name);
        caller.resolve(incident, "Solution provided", "Done in " + name);
        return incident;
    }

    private static void assertDelivered(CallerIncident incident, String name) {
        InstancePortal instance = OutsideWorld.world().instancePortal();
        Waiting.until(
                DELIVERY,
                "the resolved incident at the instance",
                () -> instance.incidentsWithCorrelationId(incident.sysId()).stream()
                        .anyMatch(row -> "6".equals(row.get("state"))));
        List<Map<String, String>> rows = instance.incidentsWithCorrelationId(incident.sysId());
        assertThat(rows).hasSize(1);
        assertThat(instance.workNotes(rows.get(0).get("sys_id"))).containsExactly("Note of " + name);
        assertThat(rows.get(0)).containsEntry("close_notes", "Done in " + name);
    }

    private static SheetValues sheet(SetupPath path) {
        JsonObject values = Json.createObjectBuilder(path.sheet())
                .add("clientSecret", path.make("clientSecret"))
                .add("restPassword", path.make("restPassword"))
                .build();
        return SheetValues.of(values);
    }

    private void remember(SetupPath path, SheetValues sheet, String adminPassword) {
        secrets.add(path.prepared().applicationSecret());
        secrets.add(path.prepared().client().clientSecret());
        secrets.add(path.prepared().user().password());
        secrets.add(sheet.clientSecret());
        secrets.add(sheet.restPassword());
        secrets.add(adminPassword);
    }

    private void rememberTokens(LibertyProcess server, SheetValues sheet) {
        CallerClient caller = new CallerClient(server.server().base(), sheet);
        JsonObject tokens = caller.passwordGrant();
        secrets.add(tokens.getString("access_token"));
        secrets.add(tokens.getString("refresh_token"));
    }

    private void assertAnswersHide(AdminClient admin, SetupPath path) {
        for (String answer : List.of("", "/setup", "/completion-sheet", "/verifications", "/incidents")) {
            assertThat(admin.get(path.path() + answer).expect(200).text()).doesNotContain(secrets);
        }
        assertThat(admin.get("/admin/v1/audit-events?limit=200").expect(200).text())
                .doesNotContain(secrets);
    }

    private void assertHidden(LibertyProcess server, String database) throws IOException {
        assertThat(database).contains("full run on").doesNotContain(secrets).doesNotContain("eyJ");
        try (Stream<java.nio.file.Path> logs = Files.walk(server.logDirectory())) {
            for (java.nio.file.Path log : logs.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(log, StandardCharsets.ISO_8859_1);
                assertThat(text).as(log.toString()).doesNotContain(secrets).doesNotContain("eyJ");
            }
        }
        assertThat(server.console()).doesNotContain(secrets).doesNotContain("eyJ");
    }
}
