package dev.supportlink.bench.callers;

import dev.supportlink.bench.empty.EmptyResource;
import dev.supportlink.bench.load.HttpRequests;
import dev.supportlink.bench.load.Scenario;
import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.Evaluation;
import dev.supportlink.testing.HttpReply;
import dev.supportlink.testing.HttpSocket;
import dev.supportlink.testing.LibertyProcess;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** SupportLink as it is shipped, on its embedded database, with the empty resource as a second application. */
public final class SupportLinkSite implements Site {

    public static final String EMPTY = "empty resource";
    public static final String READ = "bearer-checked read";
    public static final String PASSWORD = "password grant";
    public static final String REFRESH = "refresh grant";
    public static final String CLIENT = "client-credentials grant";

    private static final String TOKEN = "/oauth_token.do";
    private static final String INCIDENTS = "/api/now/table/incident";
    private static final int INCIDENT_COUNT = 100;

    private final LibertyProcess server;
    private final int callers;
    private final Map<String, String> client;
    private final Map<String, String> user;

    private SupportLinkSite(LibertyProcess server, int callers, Map<String, String> client, Map<String, String> user) {
        this.server = server;
        this.callers = callers;
        this.client = client;
        this.user = user;
    }

    /** Starts a server and makes a connection without an instance, so that nobody outside is asked for anything. */
    static SupportLinkSite start(int callers) {
        LibertyProcess server = LibertyProcess.named("bench").application("/reference", emptyApplication());
        try {
            return on(server.start(), callers);
        } catch (RuntimeException | AssertionError failed) {
            server.close();
            throw failed;
        }
    }

    /** On a server that runs already. */
    public static SupportLinkSite on(LibertyProcess server, int callers) {
        AdminClient admin = admin(server);
        String path = "/admin/v1/connections/" + Evaluation.connection(admin, "bench");
        allowClientCredentials(admin, path + "/inbound-client");
        String sheet = path + "/completion-sheet";
        JsonObject fields = admin.get(sheet).expect(200).json();
        Map<String, String> client = Map.of(
                "client_id", fields.getString("clientId"),
                "client_secret", made(admin, sheet, "clientSecret"));
        Map<String, String> user = Map.of(
                "username", fields.getString("restUsername"),
                "password", made(admin, sheet, "restPassword"));
        return new SupportLinkSite(server, callers, client, user);
    }

    @Override
    public List<Scenario> scenarios() {
        byte[] password = grant(Map.of("grant_type", "password"), client, user);
        List<JsonObject> tokens =
                IntStream.range(0, callers).mapToObj(each -> json(password)).toList();
        List<byte[]> refreshes = tokens.stream()
                .map(token -> Map.of("grant_type", "refresh_token", "refresh_token", token.getString("refresh_token")))
                .map(refresh -> grant(refresh, client))
                .toList();
        return List.of(
                scenario(EMPTY, List.of(HttpRequests.get(base(), "/reference/empty"))),
                scenario(READ, reads(tokens.get(0).getString("access_token"))),
                scenario(PASSWORD, List.of(password)),
                scenario(REFRESH, refreshes),
                scenario(CLIENT, List.of(grant(Map.of("grant_type", "client_credentials"), client))));
    }

    @Override
    public void close() {
        server.close();
    }

    /** The operator of a running server. */
    public static AdminClient admin(LibertyProcess server) {
        return AdminClient.first(server.server().base(), server.dataDirectory());
    }

    private List<byte[]> reads(String accessToken) {
        String bearer = "Authorization: Bearer " + accessToken;
        List<byte[]> reads = new ArrayList<>();
        for (int number = 0; number < INCIDENT_COUNT; number++) {
            String body = Json.createObjectBuilder()
                    .add("short_description", "Mail is slow, report " + number)
                    .add("description", "Sending takes minutes since this morning, for everybody in the building.")
                    .add("urgency", "2")
                    .build()
                    .toString();
            String sysId = json(HttpRequests.json(base(), INCIDENTS, body, bearer))
                    .getJsonObject("result")
                    .getString("sys_id");
            reads.add(HttpRequests.get(base(), INCIDENTS + "/" + sysId, bearer));
        }
        return reads;
    }

    private Scenario scenario(String name, List<byte[]> requests) {
        return new Scenario(name, base(), requests);
    }

    @SafeVarargs
    private byte[] grant(Map<String, String>... parts) {
        Map<String, String> form = new java.util.LinkedHashMap<>();
        for (Map<String, String> part : parts) {
            form.putAll(part);
        }
        return HttpRequests.form(base(), TOKEN, form);
    }

    private JsonObject json(byte[] request) {
        try (HttpSocket socket = new HttpSocket(base())) {
            HttpReply reply = socket.exchange(request);
            if (reply.status() >= 300) {
                throw new IllegalStateException("SupportLink answered " + reply.status() + ": " + reply.text());
            }
            return Json.createReader(new StringReader(reply.text())).readObject();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private URI base() {
        return server.server().base();
    }

    private static void allowClientCredentials(AdminClient admin, String path) {
        String etag = admin.get(path).expect(200).etag().orElseThrow();
        admin.patch(
                        path,
                        Json.createObjectBuilder()
                                .add("clientCredentials", true)
                                .build(),
                        etag)
                .expect(200);
    }

    private static String made(AdminClient admin, String sheet, String name) {
        return admin.post(sheet + "/values/" + name, null).expect(201).json().getString("value");
    }

    private static Path emptyApplication() {
        Path war = Path.of(System.getProperty("supportlink.it.directory"), "reference.war");
        ShrinkWrap.create(WebArchive.class, "reference.war")
                .addPackage(EmptyResource.class.getPackage())
                .as(ZipExporter.class)
                .exportTo(war.toFile(), true);
        return war;
    }
}
