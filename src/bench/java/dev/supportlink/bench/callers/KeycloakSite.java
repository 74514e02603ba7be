package dev.supportlink.bench.callers;

import dev.supportlink.bench.load.HttpRequests;
import dev.supportlink.bench.load.Scenario;
import dev.supportlink.testing.HttpReply;
import dev.supportlink.testing.HttpSocket;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A Keycloak in production mode on its embedded database, with one realm, one confidential client and one user. */
final class KeycloakSite implements Site {

    private static final Duration START = Duration.ofMinutes(3);
    private static final String REALM = "bench";
    private static final String TOKEN = "/realms/" + REALM + "/protocol/openid-connect/token";
    private static final Map<String, String> CLIENT =
            Map.of("client_id", "caller", "client_secret", "HkV1mR3xT8wQz5nB7cLp2sYd4fGj6uEa");
    private static final Map<String, String> USER =
            Map.of("username", "integration", "password", "aE6uJg4fDy2sPl7cBn5zQw8tRx3m1VkH");

    private final Process process;
    private final URI base;
    private final int callers;

    private KeycloakSite(Process process, URI base, int callers) {
        this.process = process;
        this.base = base;
        this.callers = callers;
    }

    /** Where a distribution is unpacked: given by the system property {@code keycloak.home}, else below the build. */
    static Optional<Path> distribution() {
        String given = System.getProperty("keycloak.home", "");
        if (!given.isEmpty()) {
            return Optional.of(Path.of(given));
        }
        Path unpacked = Path.of(System.getProperty("supportlink.bench.directory"), "keycloak");
        if (!Files.isDirectory(unpacked)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.list(unpacked)) {
            return found.filter(each -> Files.exists(each.resolve("bin/kc.sh"))).findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static KeycloakSite start(Path home, int callers) {
        try {
            int port = freePort();
            Files.createDirectories(home.resolve("data/import"));
            Files.writeString(home.resolve("data/import/" + REALM + "-realm.json"), realm());
            Process process = new ProcessBuilder(command(home, port))
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("console.log").toFile())
                    .start();
            KeycloakSite site = new KeycloakSite(process, URI.create("http://localhost:" + port), callers);
            site.waitUntilReady();
            return site;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public List<Scenario> scenarios() {
        byte[] password = grant(Map.of("grant_type", "password"), CLIENT, USER);
        List<byte[]> refreshes = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            String token = json(password).getString("refresh_token");
            refreshes.add(grant(Map.of("grant_type", "refresh_token", "refresh_token", token), CLIENT));
        }
        return List.of(
                new Scenario(SupportLinkSite.PASSWORD, base, List.of(password)),
                new Scenario(SupportLinkSite.REFRESH, base, refreshes),
                new Scenario(
                        SupportLinkSite.CLIENT,
                        base,
                        List.of(grant(Map.of("grant_type", "client_credentials"), CLIENT))));
    }

    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        all.forEach(each -> each.onExit()
                .orTimeout(30, TimeUnit.SECONDS)
                .exceptionally(late -> {
                    each.destroyForcibly();
                    return each;
                })
                .join());
    }

    private void waitUntilReady() {
        long end = System.nanoTime() + START.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                close();
                throw new IllegalStateException("Keycloak did not start; see its console.log");
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    private boolean isReady() {
        try (HttpSocket socket = new HttpSocket(base)) {
            return socket.exchange(HttpRequests.get(base, "/realms/" + REALM)).status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private JsonObject json(byte[] request) {
        try (HttpSocket socket = new HttpSocket(base)) {
            HttpReply reply = socket.exchange(request);
            if (reply.status() != 200) {
                throw new IllegalStateException("Keycloak answered " + reply.status() + ": " + reply.text());
            }
            return Json.createReader(new StringReader(reply.text())).readObject();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @SafeVarargs
    private byte[] grant(Map<String, String>... parts) {
        Map<String, String> form = new LinkedHashMap<>();
        for (Map<String, String> part : parts) {
            form.putAll(part);
        }
        return HttpRequests.form(base, TOKEN, form);
    }

    private static List<String> command(Path home, int port) {
        return List.of(
                "bash",
                home.resolve("bin/kc.sh").toString(),
                "start",
                "--db=dev-file",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname-strict=false",
                "--import-realm");
    }

    /** Everything that matters to the grants is Keycloak's default, the hash of the password included. */
    private static String realm() {
        return Json.createObjectBuilder()
                .add("realm", REALM)
                .add("enabled", true)
                .add("sslRequired", "none")
                .add(
                        "clients",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("clientId", CLIENT.get("client_id"))
                                        .add("secret", CLIENT.get("client_secret"))
                                        .add("publicClient", false)
                                        .add("standardFlowEnabled", false)
                                        .add("directAccessGrantsEnabled", true)
                                        .add("serviceAccountsEnabled", true)))
                .add(
                        "users",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("username", USER.get("username"))
                                        .add("enabled", true)
                                        .add("email", "integration@example.com")
                                        .add("emailVerified", true)
                                        .add("firstName", "Integration")
                                        .add("lastName", "User")
                                        .add(
                                                "credentials",
                                                Json.createArrayBuilder()
                                                        .add(Json.createObjectBuilder()
                                                                .add("type", "password")
                                                                .add("value", USER.get("password"))))))
                .build()
                .toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
