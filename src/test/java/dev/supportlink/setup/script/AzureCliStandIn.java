package dev.supportlink.setup.script;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Stands in for the program az: keeps one directory, answers the requests and the queries that the script makes, and
 * notes every call. A call it does not know fails, as a wrong one would.
 */
final class AzureCliStandIn implements AutoCloseable {

    /** Sends its arguments, each ended by a NUL, and answers what comes back; the status is the exit code. */
    static final String PROGRAM = """
            #!/usr/bin/env bash
            answer=$(printf '%%s\\0' "$@" | curl --silent --data-binary @- --write-out '\\n%%{http_code}' http://127.0.0.1:%d/)
            text=${answer%%$'\\n'*}
            if [ "${answer##*$'\\n'}" = 200 ]; then printf '%%s' "$text"; else printf '%%s\\n' "$text" >&2; exit 1; fi
            """;

    private static final Pattern FILTER = Pattern.compile("(\\w+) eq '((?:[^']|'')*)'");

    private final HttpServer server;
    final List<List<String>> calls = new ArrayList<>();
    final Map<String, Application> applications = new LinkedHashMap<>();
    final List<String> principals = new ArrayList<>();
    final List<String> owners = new ArrayList<>();
    final List<String> grants = new ArrayList<>();
    String cloud = "AzureCloud";
    String tenant = ScriptFixture.TENANT;
    int failuresAfterCreation;

    /** A registration as Graph keeps it. */
    static final class Application {
        final String id = UUID.randomUUID().toString();
        final String appId = UUID.randomUUID().toString();
        JsonObject body = Json.createObjectBuilder().build();
        final List<JsonObject> secrets = new ArrayList<>();

        void change(JsonObject patch) {
            var merged = Json.createObjectBuilder(body);
            patch.forEach(merged::add);
            body = merged.build();
        }
    }

    AzureCliStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<String> changes() {
        return calls.stream()
                .filter(call -> call.contains("post") || call.contains("patch"))
                .map(call -> after(call, "--method") + " " + path(call))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        List<String> call = Arrays.asList(sent.substring(0, sent.length() - 1).split("\0", -1));
        calls.add(call);
        byte[] answer;
        int status = 200;
        try {
            answer = answer(call).getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException refused) {
            answer = String.valueOf(refused.getMessage()).getBytes(StandardCharsets.UTF_8);
            status = 400;
        }
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private String answer(List<String> call) {
        if (call.get(0).equals("cloud")) {
            return cloud;
        }
        if (call.get(0).equals("account")) {
            return tenant;
        }
        if (!after(call, "--resource").equals(ScriptFixture.GRAPH.toString())) {
            throw new IllegalArgumentException("A token for another resource.");
        }
        return switch (after(call, "--method")) {
            case "get" -> read(path(call), after(call, "--query"));
            case "post" -> create(path(call), json(after(call, "--body")));
            case "patch" -> {
                application(path(call)).change(json(after(call, "--body")));
                yield "";
            }
            default -> throw new IllegalArgumentException("An unknown method.");
        };
    }

    private String read(String path, String query) {
        if (path.startsWith("applications?")) {
            String name = filtered(path, "displayName");
            List<Application> found = applications.values().stream()
                    .filter(each -> each.body.getString("displayName").equals(name))
                    .toList();
            return switch (query) {
                case "length(value)" -> String.valueOf(found.size());
                case "value[0].id" -> found.get(0).id;
                default -> throw new IllegalArgumentException(query);
            };
        }
        if (path.startsWith("servicePrincipals?")) {
            String appId = filtered(path, "appId");
            return switch (query) {
                case "value[].id" -> principals.contains(appId) ? "sp-" + appId : "";
                case "value[0].id" -> "sp-graph";
                default -> throw new IllegalArgumentException(query);
            };
        }
        if (path.endsWith("/owners")) {
            return String.join("\n", owners);
        }
        if (path.endsWith("/appRoleAssignments")) {
            return String.join("\n", grants);
        }
        if (failuresAfterCreation > 0) {
            failuresAfterCreation--;
            throw new IllegalArgumentException("Resource does not exist");
        }
        return property(application(path), query);
    }

    private static String property(Application application, String query) {
        return switch (query) {
            case "appId" -> application.appId;
            case "signInAudience" -> application.body.getString("signInAudience");
            case "web.redirectUris[]" -> lines(uris(application));
            case "web.redirectUris" -> uris(application).toString();
            case "identifierUris[]" -> lines(list(application, "identifierUris"));
            case "identifierUris" -> list(application, "identifierUris").toString();
            default -> access(application, query);
        };
    }

    /** The queries about permissions and secrets, with the ids that they name. */
    private static String access(Application application, String query) {
        String graph = "'" + GraphPermission.GRAPH + "'";
        List<JsonObject> entries = list(application, "requiredResourceAccess").getValuesAs(JsonObject.class);
        List<JsonObject> ofGraph = entries.stream()
                .filter(entry -> entry.getString("resourceAppId").equals(GraphPermission.GRAPH))
                .flatMap(entry -> entry.getJsonArray("resourceAccess").getValuesAs(JsonObject.class).stream())
                .toList();
        if (query.equals("requiredResourceAccess[?resourceAppId==" + graph + "].resourceAccess[].id")) {
            return ofGraph.stream().map(each -> each.getString("id")).collect(Collectors.joining("\n"));
        }
        if (query.equals("requiredResourceAccess[?resourceAppId!=" + graph + "]")) {
            return entries.stream()
                    .filter(entry -> !entry.getString("resourceAppId").equals(GraphPermission.GRAPH))
                    .toList()
                    .toString();
        }
        if (query.startsWith("requiredResourceAccess[?resourceAppId==" + graph + "].resourceAccess[] | [?id!=")) {
            return ofGraph.stream()
                    .filter(each -> !query.contains("id!='" + each.getString("id") + "'"))
                    .toList()
                    .toString();
        }
        if (query.equals("passwordCredentials[?displayName=='SupportLink set-up script'].endDateTime")) {
            return application.secrets.stream()
                    .map(secret -> secret.getString("endDateTime"))
                    .collect(Collectors.joining("\n"));
        }
        throw new IllegalArgumentException(query);
    }

    private String create(String path, JsonObject body) {
        if (path.equals("applications")) {
            Application made = new Application();
            made.change(body);
            applications.put(made.id, made);
            return made.id;
        }
        if (path.equals("servicePrincipals")) {
            principals.add(body.getString("appId"));
            return "sp-" + body.getString("appId");
        }
        if (path.endsWith("/owners/$ref")) {
            String url = body.getString("@odata.id");
            owners.add(url.substring(url.lastIndexOf('/') + 1));
            return "";
        }
        if (path.endsWith("/appRoleAssignments")) {
            grants.add(body.getString("appRoleId"));
            return "";
        }
        if (path.endsWith("/addPassword")) {
            application(path).secrets.add(body.getJsonObject("passwordCredential"));
            return "the-new-secret";
        }
        throw new IllegalArgumentException(path);
    }

    private Application application(String path) {
        Application found = applications.get(path.split("/")[1]);
        if (found == null) {
            throw new IllegalArgumentException("Resource does not exist");
        }
        return found;
    }

    private static String filtered(String path, String field) {
        String filter = URLDecoder.decode(path.substring(path.indexOf("$filter=") + 8), StandardCharsets.UTF_8);
        Matcher parts = FILTER.matcher(filter);
        if (!parts.matches() || !parts.group(1).equals(field)) {
            throw new IllegalArgumentException("Invalid filter clause: " + filter);
        }
        return parts.group(2).replace("''", "'");
    }

    private static String path(List<String> call) {
        String url = after(call, "--url");
        String base = ScriptFixture.GRAPH + "/v1.0/";
        // A URL that is none would be refused by the real program too.
        URI.create(url);
        if (!url.startsWith(base)) {
            throw new IllegalArgumentException("Another host: " + url);
        }
        return url.substring(base.length());
    }

    private static String after(List<String> call, String option) {
        return call.get(call.indexOf(option) + 1);
    }

    private static jakarta.json.JsonArray uris(Application application) {
        JsonObject web = application.body.getJsonObject("web");
        return web == null ? jakarta.json.JsonValue.EMPTY_JSON_ARRAY : web.getJsonArray("redirectUris");
    }

    private static jakarta.json.JsonArray list(Application application, String name) {
        return application.body.containsKey(name)
                ? application.body.getJsonArray(name)
                : jakarta.json.JsonValue.EMPTY_JSON_ARRAY;
    }

    private static String lines(jakarta.json.JsonArray array) {
        return array.getValuesAs(jakarta.json.JsonString::getString).stream().collect(Collectors.joining("\n"));
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
