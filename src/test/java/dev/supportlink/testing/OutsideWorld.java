package dev.supportlink.testing;

import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.sandbox.instance.InstanceUser;
import dev.supportlink.sandbox.instance.OauthClient;
import dev.supportlink.sandbox.world.Ports;
import dev.supportlink.sandbox.world.SandboxWorld;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** The simulators that the integration tests' servers are pointed at, started once, in this JVM. */
public final class OutsideWorld {

    private static final Ports PORTS = new Ports(19181, 19182, 19183);
    private static final SandboxWorld WORLD = start();

    private OutsideWorld() {}

    public static SandboxWorld world() {
        return WORLD;
    }

    /** What three admins prepare in their portals before one set-up. */
    public record Prepared(Application application, String applicationSecret, OauthClient client, InstanceUser user) {

        @Override
        public String toString() {
            return "Prepared[" + user.userName() + "]";
        }
    }

    /** An Entra application with consent, and an OAuth endpoint and integration user at the instance. */
    public static Prepared prepare(String name) {
        Application application = WORLD.entraPortal().register(name, "http://localhost:19183/oauth_redirect.do");
        String secret = WORLD.entraPortal()
                .addClientSecret(application, "first", Duration.ofDays(365))
                .value();
        WORLD.entraPortal().grantAdminConsent(application, "Organization.Read.All", "ServiceHealth.Read.All");
        return new Prepared(
                application,
                secret,
                WORLD.instancePortal().createOauthEndpoint(name),
                WORLD.instancePortal().createIntegrationUser(name + ".user"));
    }

    /** Points a server at the simulators; loopback and plain http need the sandbox setting. */
    public static LibertyProcess pointed(LibertyProcess server) {
        return server.setting("supportlink.sandbox", "true")
                .setting(
                        "supportlink.cloud.global.login-url",
                        WORLD.entra().baseUri().toString())
                .setting(
                        "supportlink.cloud.global.graph-url",
                        WORLD.graph().baseUri().toString());
    }

    private static SandboxWorld start() {
        Path state = ItSettings.directory()
                .resolve("outside-world-" + ProcessHandle.current().pid() + ".json");
        SandboxWorld world = SandboxWorld.start(Clock.systemUTC(), PORTS, state);
        // A new secret works at once here; what happens while it spreads has its own tests.
        world.entra().behaviour().newSecretsWorkAfter(Duration.ZERO, Duration.ZERO);
        return world;
    }
}
