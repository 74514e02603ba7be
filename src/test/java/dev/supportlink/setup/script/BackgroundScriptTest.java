package dev.supportlink.setup.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The background scripts do at a small instance what they say, once, and change nothing the second time. */
class BackgroundScriptTest {

    private static final String USER = "supportlink.0f8fad5b";
    private static final Pattern NEWER_THAN_ES5 =
            Pattern.compile("\\b(let|const|class|async|await)\\b|=>|`|\\.\\.\\.|\\bof\\b [a-z]+\\)");

    @TempDir
    Path folder;

    private Path tables;

    private final Connection connection = ScriptFixture.connection(Cloud.GLOBAL);
    private final Instance instance = Objects.requireNonNull(connection.instance());

    @BeforeEach
    void startInstance() throws IOException {
        tables = Files.writeString(
                folder.resolve("tables.json"),
                "{\"oauth_entity\":[{\"sys_id\":\"e0\",\"name\":\"other\",\"type\":\"client\",\"client_id\":\"other\"}],"
                        + "\"sys_user\":[{\"sys_id\":\"u0\",\"user_name\":\"admin\",\"active\":\"1\"}],"
                        + "\"sys_user_role\":[{\"sys_id\":\"r0\",\"name\":\"itil\"},{\"sys_id\":\"r1\",\"name\":\"incident_manager\"}],"
                        + "\"sys_user_has_role\":[{\"sys_id\":\"g0\",\"user\":\"u0\",\"role\":\"r1\",\"state\":\"active\"}],"
                        + "\"sys_db_object\":[{\"sys_id\":\"t0\",\"name\":\"incident\",\"read_access\":\"1\",\"ws_access\":\"1\"}]}");
    }

    @Test
    void oauthEndpointIsMadeOnce() throws Exception {
        Script script = ScriptFixture.named(InstanceScripts.inboundClient(connection, instance), "background-script");
        JsonObject first = run(script);
        assertThat(written(first)).containsExactly("insert oauth_entity");
        assertThat(rows("oauth_entity", "name", "SupportLink Contoso"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getString("type")).isEqualTo("client");
                    assertThat(printed(first)).contains("Client ID: " + row.getString("client_id"));
                });
        JsonObject second = run(script);
        assertThat(written(second)).isEmpty();
        assertThat(printed(second)).contains("Found the OAuth API endpoint SupportLink Contoso.");
    }

    @Test
    void secretIsPrintedOnlyWhereTheAdminChangesTheSwitch() throws Exception {
        Script script = ScriptFixture.named(InstanceScripts.inboundClient(connection, instance), "background-script");
        assertThat(String.join("\n", printed(run(script)))).doesNotContain("made-by-the-instance");
        Script shown = new Script(
                script.name(),
                script.title(),
                script.language(),
                script.text().replace("var showSecret = false;", "var showSecret = true;"));
        assertThat(printed(run(shown))).contains("Client secret: made-by-the-instance");
    }

    @Test
    void integrationUserIsMadeOnceWithFlagAndRole() throws Exception {
        Script script = ScriptFixture.named(InstanceScripts.integrationUser(connection, instance), "background-script");
        assertThat(written(run(script))).containsExactly("insert sys_user", "insert sys_user_has_role");
        JsonObject user = rows("sys_user", "user_name", USER).get(0);
        assertThat(user.getString("web_service_access_only")).isEqualTo("1");
        assertThat(user.containsKey("user_password")).isFalse();
        assertThat(rows("sys_user_has_role", "user", user.getString("sys_id")))
                .singleElement()
                .satisfies(grant -> assertThat(grant.getString("role")).isEqualTo("r1"));
        assertThat(written(run(script))).isEmpty();
    }

    @Test
    void flagOfAPresentUserIsCorrectedAndNothingElse() throws Exception {
        Script script = ScriptFixture.named(InstanceScripts.integrationUser(connection, instance), "background-script");
        run(script);
        Files.writeString(
                tables,
                Files.readString(tables)
                        .replace("\"web_service_access_only\":\"1\"", "\"web_service_access_only\":\"0\""));
        assertThat(written(run(script))).containsExactly("update sys_user");
        assertThat(rows("sys_user", "user_name", USER).get(0).getString("web_service_access_only"))
                .isEqualTo("1");
    }

    @Test
    void passwordIsMadeOnlyWhereTheAdminChangesTheSwitch() throws Exception {
        Script script = ScriptFixture.named(InstanceScripts.integrationUser(connection, instance), "background-script");
        Script asked = new Script(
                script.name(),
                script.title(),
                script.language(),
                script.text().replace("var makePassword = false;", "var makePassword = true;"));
        List<String> lines = printed(run(asked));
        String password = rows("sys_user", "user_name", USER).get(0).getString("user_password");
        assertThat(password).hasSize(40);
        assertThat(lines).contains("Password, shown only now: " + password);
    }

    @Test
    void userOfAnApplicationHasNoPassword() throws Exception {
        Script script = ScriptFixture.named(
                InstanceScripts.applicationUser(connection, instance, ScriptFixture.TENANT), "background-script");
        JsonObject answer = run(script);
        assertThat(rows("sys_user", "user_name", ScriptFixture.TENANT)).hasSize(1);
        assertThat(printed(answer)).last().asString().startsWith("No password is needed");
    }

    @Test
    void outboundProviderIsMadeOnceAndCorrected() throws Exception {
        String tokenUrl = "https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/token";
        Script script = InstanceScripts.outboundProvider(connection, instance, "client-1", tokenUrl)
                .get(0);
        assertThat(written(run(script))).containsExactly("insert oauth_entity");
        JsonObject row = rows("oauth_entity", "client_id", "client-1").get(0);
        assertThat(row.getString("token_url")).isEqualTo(tokenUrl);
        assertThat(row.getString("default_grant_type")).isEqualTo("client_credentials");
        assertThat(row.getString("redirect_url")).isEqualTo("https://contoso.service-now.com/oauth_redirect.do");
        assertThat(written(run(script))).isEmpty();
        Script other = InstanceScripts.outboundProvider(connection, instance, "client-2", tokenUrl)
                .get(0);
        assertThat(written(run(other))).containsExactly("update oauth_entity");
        assertThat(rows("oauth_entity", "client_id", "client-1")).isEmpty();
    }

    @Test
    void findingsAreReadAndNothingIsWritten() throws Exception {
        run(ScriptFixture.named(InstanceScripts.inboundClient(connection, instance), "background-script"));
        run(ScriptFixture.named(InstanceScripts.integrationUser(connection, instance), "background-script"));
        String clientId =
                rows("oauth_entity", "name", "SupportLink Contoso").get(0).getString("client_id");
        JsonObject answer = run(
                InstanceScripts.findings(connection, instance, clientId, USER).get(0));
        assertThat(written(answer)).isEmpty();
        JsonObject findings = json(printed(answer).get(0));
        assertThat(findings.getString("connection")).isEqualTo(ScriptFixture.ID);
        assertThat(findings.getJsonObject("user").getBoolean("webServiceAccessOnly"))
                .isTrue();
        assertThat(findings.getJsonObject("user").getBoolean("lockedOut")).isFalse();
        assertThat(findings.getJsonArray("roles").getString(0)).isEqualTo("incident_manager");
        assertThat(findings.getJsonObject("oauthEntity").getInt("refreshTokenLifespan"))
                .isEqualTo(8_640_000);
        assertThat(findings.getJsonArray("tables").getJsonObject(0).getString("name"))
                .isEqualTo("incident");
    }

    @Test
    void hostileValuesStayValues() throws Exception {
        Instance hostile = new Instance(URI.create("https://contoso.service-now.com"));
        Connection named = ScriptFixture.connection(ScriptFixture.HOSTILE, Cloud.GLOBAL, hostile);
        run(ScriptFixture.named(InstanceScripts.inboundClient(named, hostile), "background-script"));
        run(ScriptFixture.named(
                InstanceScripts.integrationUser(named, hostile, ScriptFixture.HOSTILE), "background-script"));
        assertThat(rows("oauth_entity", "name", "SupportLink " + ScriptFixture.HOSTILE))
                .hasSize(1);
        assertThat(rows("sys_user", "user_name", ScriptFixture.HOSTILE)).hasSize(1);
    }

    @Test
    void scriptsAreAsOldAsTheInstancesInterpreter() {
        Stream.of(
                        InstanceScripts.inboundClient(connection, instance),
                        InstanceScripts.integrationUser(connection, instance),
                        InstanceScripts.outboundProvider(connection, instance, "c", "https://login"),
                        InstanceScripts.findings(connection, instance, "c", "u"))
                .flatMap(List::stream)
                .filter(script -> script.language().equals("javascript"))
                .forEach(script -> {
                    String code = script.text().replaceAll("(?m)^\\s*//.*$", "").replaceAll("'[^'\n]*'", "''");
                    assertThat(NEWER_THAN_ES5.matcher(code).find())
                            .as(script.title())
                            .isFalse();
                });
    }

    private JsonObject run(Script script) throws Exception {
        assumeTrue(Interpreter.exists("node"), "There is no node here to run background scripts.");
        RunProgram programs = new RunProgram(folder);
        Path file = programs.write("script.js", script.text());
        try (InputStream glide = getClass().getResourceAsStream("/scripts/glide.js")) {
            programs.write("glide.js", new String(glide.readAllBytes(), StandardCharsets.UTF_8));
        }
        RunProgram.Result result = programs.run(List.of("node", "glide.js", tables.toString(), file.toString()), "");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(programs.pwned()).isFalse();
        return json(result.out());
    }

    private List<JsonObject> rows(String table, String field, String value) throws IOException {
        return json(Files.readString(tables)).getJsonArray(table).getValuesAs(JsonObject.class).stream()
                .filter(row -> value.equals(row.getString(field, null)))
                .toList();
    }

    private static List<String> printed(JsonObject answer) {
        return texts(answer.getJsonArray("printed"));
    }

    private static List<String> written(JsonObject answer) {
        return texts(answer.getJsonArray("written"));
    }

    private static List<String> texts(JsonArray array) {
        return array.getValuesAs(JsonString::getString);
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
