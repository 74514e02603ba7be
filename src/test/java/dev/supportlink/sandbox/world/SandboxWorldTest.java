package dev.supportlink.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.sandbox.Calls;
import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.sandbox.entra.ClientSecret;
import dev.supportlink.sandbox.http.Fault;
import dev.supportlink.sandbox.instance.InstanceUser;
import dev.supportlink.sandbox.instance.OauthClient;
import dev.supportlink.sandbox.state.TurnableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxWorldTest {

    private static final String INCIDENTS = "/api/now/table/incident";

    private final TurnableClock clock = TurnableClock.at(Instant.parse("2026-03-01T10:00:00Z"));

    @TempDir
    Path directory;

    @Test
    void portalsMakeWhatTheGuideAsksFor() {
        try (SandboxWorld world = SandboxWorld.start(clock)) {
            Application app = world.entraPortal().register("SupportLink", "https://example.test/oauth_redirect.do");
            ClientSecret secret = world.entraPortal().addClientSecret(app, "first", Duration.ofDays(180));
            world.entraPortal().grantAdminConsent(app, "Organization.Read.All");
            OauthClient endpoint = world.instancePortal().createOauthEndpoint("SupportLink");
            InstanceUser user = world.instancePortal().createIntegrationUser("svc.supportlink");

            assertThat(graph(world, app, secret)
                            .get("/v1.0/organization")
                            .items()
                            .get(0)
                            .getString("displayName"))
                    .isEqualTo("Contoso");
            assertThat(user.roles()).containsExactly("incident_manager");
            assertThat(user.value("web_service_access_only")).isEqualTo("true");
            assertThat(world.entraPortal().knows(app.appId(), secret.value())).isTrue();
            assertThat(world.entraPortal().knows(app.appId(), "another")).isFalse();
            assertThat(world.instancePortal()
                            .knowsEndpoint("SupportLink", endpoint.clientId(), endpoint.clientSecret()))
                    .isTrue();
            assertThat(world.instancePortal().knowsUser("svc.supportlink", user.password()))
                    .isTrue();
            assertThat(world.instancePortal().knowsUser("svc.supportlink", "another"))
                    .isFalse();
        }
    }

    @Test
    void secondWorldGoesOnWhereTheFirstWasCutOff() {
        Path file = directory.resolve("world.json");
        SandboxWorld first = SandboxWorld.start(clock, Ports.ANY, file);
        Application app = first.entraPortal().register("SupportLink", "https://example.test/oauth_redirect.do");
        ClientSecret secret = first.entraPortal().addClientSecret(app, "first", Duration.ofDays(180));
        InstanceUser user = first.instancePortal().createIntegrationUser("svc.supportlink");
        String password = user.password();
        // The answer is lost, and nothing else happens in this world: what the request changed is saved all the same.
        first.instance().faults().on("POST", INCIDENTS, 2, Fault.lostAnswer());
        assertThatThrownBy(() -> incidents(first, password).json("POST", INCIDENTS, "{\"correlation_id\": \"c1\"}"))
                .isInstanceOf(UncheckedIOException.class);
        first.close();
        clock.forward(Duration.ofMinutes(1));

        try (SandboxWorld second = SandboxWorld.start(clock, Ports.ANY, file)) {
            assertThat(second.tenant().id()).isEqualTo(first.tenant().id());
            assertThat(second.entraPortal().knows(app.appId(), secret.value())).isTrue();
            assertThat(incidents(second, password)
                            .get(INCIDENTS + "?sysparm_query=correlation_id=c1")
                            .items())
                    .isNotEmpty();
            assertThat(graph(second, app, secret).get("/v1.0/organization").status())
                    .as("a token, but no consent")
                    .isEqualTo(403);
        }
    }

    @Test
    void onlyTheOwnerMayReadTheStateFile() throws IOException {
        Path file = directory.resolve("below").resolve("world.json");
        SandboxWorld.start(clock, Ports.ANY, file).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(directory.resolve("below").toFile().list()).containsExactly("world.json");
    }

    @Test
    void portThatIsTakenLeavesNoOtherOneOpen() {
        try (SandboxWorld first = SandboxWorld.start(clock)) {
            int taken = first.instance().baseUri().getPort();
            int free = freePort();

            assertThatThrownBy(() -> SandboxWorld.start(clock, new Ports(free, 0, taken), directory.resolve("w.json")))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("instance cannot listen on port " + taken);
            SandboxWorld.start(clock, new Ports(free, 0, 0), directory.resolve("w.json"))
                    .close();
        }
    }

    @Test
    void everyWorldHasSecretsOfItsOwn() {
        try (SandboxWorld one = SandboxWorld.start(clock);
                SandboxWorld other = SandboxWorld.start(clock)) {
            assertThat(one.tenant().id()).isNotEqualTo(other.tenant().id());
            assertThat(one.instance().admin().user("admin").password())
                    .isNotEqualTo(other.instance().admin().user("admin").password());
        }
    }

    private int freePort() {
        try (SandboxWorld passing = SandboxWorld.start(clock)) {
            return passing.entra().baseUri().getPort();
        }
    }

    private static Calls incidents(SandboxWorld world, String password) {
        return Calls.to(world.instance().baseUri()).basic("svc.supportlink", password);
    }

    private static Calls graph(SandboxWorld world, Application app, ClientSecret secret) {
        String token = Calls.to(world.entra().baseUri())
                .form(
                        "/" + SandboxWorld.CUSTOM_DOMAIN + "/oauth2/token",
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        app.appId(),
                        "client_secret",
                        secret.value(),
                        "resource",
                        world.graph().baseUri().toString())
                .json()
                .getString("access_token");
        return Calls.to(world.graph().baseUri()).bearer(token);
    }
}
