package dev.supportlink.setup.script;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scripts for the ServiceNow admin: background scripts for the instance, and calls of its Table API. */
public final class InstanceScripts {

    private static final String BACKGROUND = "background-script";
    private static final String REST = "rest-calls";
    private static final String JAVASCRIPT = "javascript";

    private static final ScriptTemplate CLIENT = ScriptTemplate.named("inbound-client.js");
    private static final ScriptTemplate USER = ScriptTemplate.named("integration-user.js");
    private static final ScriptTemplate PROVIDER = ScriptTemplate.named("outbound-provider.js");
    private static final ScriptTemplate FINDINGS = ScriptTemplate.named("instance-findings.js");
    private static final ScriptTemplate CLIENT_CALLS = ScriptTemplate.named("inbound-client.sh");
    private static final ScriptTemplate USER_CALLS = ScriptTemplate.named("integration-user.sh");
    private static final ScriptTemplate HEAD = ScriptTemplate.named("rest-head.sh");

    private final Connection connection;
    private final Instance instance;
    private final Map<String, Literal> values = new HashMap<>();

    private InstanceScripts(Connection connection, Instance instance) {
        this.connection = connection;
        this.instance = instance;
        values.put("comment", CommentText.of(connection.name()));
        values.put("head", new Literal(HEAD.fill(Map.of()).stripTrailing()));
        values.put("instance", BashWord.of(instance.origin()));
    }

    public static List<Script> inboundClient(Connection connection, Instance instance) {
        return new InstanceScripts(connection, instance).inboundClient();
    }

    /** Makes the user with the name that is known, or else the suggested one. */
    public static List<Script> integrationUser(Connection connection, Instance instance) {
        String known = instance.userName();
        return integrationUser(connection, instance, known == null ? InstanceNames.integrationUser(connection) : known);
    }

    public static List<Script> integrationUser(Connection connection, Instance instance, String userName) {
        return new InstanceScripts(connection, instance).user(userName, "yes");
    }

    /** Makes the user that stands for an application of Entra ID; it has no password. */
    public static List<Script> applicationUser(Connection connection, Instance instance, String clientId) {
        return new InstanceScripts(connection, instance).user(clientId, "no");
    }

    public static List<Script> outboundProvider(
            Connection connection, Instance instance, String clientId, String tokenUrl) {
        return new InstanceScripts(connection, instance).provider(clientId, tokenUrl);
    }

    /** Reads what the integration user may not read; {@code clientId} and {@code userName} say of whom. */
    public static List<Script> findings(Connection connection, Instance instance, String clientId, String userName) {
        return new InstanceScripts(connection, instance).findings(clientId, userName);
    }

    private List<Script> inboundClient() {
        String name = InstanceNames.inboundClient(connection);
        values.put("name", JavaScriptString.of(name));
        values.put(
                "find",
                BashWord.of("oauth_entity?sysparm_query=" + UrlPart.of("name=" + name)
                        + "&sysparm_fields=sys_id,name,client_id&sysparm_limit=2"));
        values.put("named", member("name", name));
        values.put("create", json(Map.of("name", name, "type", "client", "active", "true")));
        return List.of(
                script(BACKGROUND, "Background script: make the OAuth API endpoint", JAVASCRIPT, CLIENT),
                script(REST, "REST calls: make the OAuth API endpoint", "bash", CLIENT_CALLS));
    }

    private List<Script> user(String userName, String hasPassword) {
        values.put("hasPassword", new Literal("'" + hasPassword + "'"));
        values.put("userName", JavaScriptString.of(userName));
        values.put("roleName", JavaScriptString.of(InstanceNames.ROLE));
        values.put("findUser", find("sys_user", "user_name", userName, "sys_id,user_name,web_service_access_only"));
        values.put("namedUser", member("user_name", userName));
        values.put("findRole", find("sys_user_role", "name", InstanceNames.ROLE, "sys_id,name"));
        values.put("namedRole", member("name", InstanceNames.ROLE));
        values.put(
                "createUser",
                json(Map.of(
                        "user_name",
                        userName,
                        "first_name",
                        "SupportLink",
                        "last_name",
                        "Integration",
                        "active",
                        "true",
                        "web_service_access_only",
                        "true")));
        return List.of(
                script(BACKGROUND, "Background script: make the integration user", JAVASCRIPT, USER),
                script(REST, "REST calls: make the integration user", "bash", USER_CALLS));
    }

    private List<Script> provider(String clientId, String tokenUrl) {
        values.put("name", JavaScriptString.of(InstanceNames.outboundProvider(connection)));
        values.put("clientId", JavaScriptString.of(clientId));
        values.put("tokenUrl", JavaScriptString.of(tokenUrl));
        values.put("redirectUrl", JavaScriptString.of(instance.origin() + "/oauth_redirect.do"));
        return List.of(script(
                BACKGROUND,
                "Background script: make the guide's third party OAuth provider, only where the instance is to fetch"
                        + " tokens too",
                JAVASCRIPT,
                PROVIDER));
    }

    private List<Script> findings(String clientId, String userName) {
        values.put("connection", JavaScriptString.of(connection.id()));
        values.put("clientId", JavaScriptString.of(clientId));
        values.put("userName", JavaScriptString.of(userName));
        return List.of(script(
                "instance-findings", "Background script: read what the account may not read", JAVASCRIPT, FINDINGS));
    }

    private Script script(String name, String title, String language, ScriptTemplate template) {
        return new Script(name, title, language, template.fill(values));
    }

    private static Literal find(String table, String field, String value, String fields) {
        return BashWord.of(table + "?sysparm_query=" + UrlPart.of(field + "=" + value) + "&sysparm_fields=" + fields
                + "&sysparm_limit=2");
    }

    /** A member as it stands in the instance's answer. */
    private static Literal member(String name, String value) {
        return BashWord.of("\"" + name + "\":" + Json.createValue(value));
    }

    private static Literal json(Map<String, String> fields) {
        var body = Json.createObjectBuilder();
        fields.keySet().stream().sorted().forEach(name -> body.add(name, String.valueOf(fields.get(name))));
        JsonValue built = body.build();
        return BashWord.of(JsonText.of(built));
    }
}
