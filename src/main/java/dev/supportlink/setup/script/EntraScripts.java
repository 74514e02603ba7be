package dev.supportlink.setup.script;

import dev.supportlink.connection.Cloud;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Scripts that make an app registration: by the Azure CLI, and by Microsoft Graph PowerShell. */
public final class EntraScripts {

    private static final ScriptTemplate BASH = ScriptTemplate.named("entra-registration.sh");
    private static final ScriptTemplate POWERSHELL = ScriptTemplate.named("entra-registration.ps1");

    private final EntraRegistration wanted;
    private final String comment;

    private EntraScripts(EntraRegistration wanted, String comment) {
        this.wanted = wanted;
        this.comment = comment;
    }

    /** The scripts for one registration; {@code comment} says for whom it is made. */
    public static List<Script> of(EntraRegistration wanted, String comment) {
        EntraScripts scripts = new EntraScripts(wanted, comment);
        return List.of(
                new Script("azure-cli", "Azure CLI: register the application", "bash", BASH.fill(scripts.bash())),
                new Script(
                        "graph-powershell",
                        "Microsoft Graph PowerShell: register the application",
                        "powershell",
                        POWERSHELL.fill(scripts.powerShell())));
    }

    private Map<String, Literal> bash() {
        Map<String, Literal> values = new HashMap<>();
        values.put("comment", CommentText.of(comment));
        values.put("cloudComment", CommentText.of(cliCloud(wanted.cloud())));
        values.put("tenantComment", CommentText.of(wanted.tenantId()));
        values.put("cloud", BashWord.of(cliCloud(wanted.cloud())));
        values.put("tenant", BashWord.of(wanted.tenantId()));
        values.put("graph", BashWord.of(wanted.graphUrl().toString()));
        values.put("name", BashWord.of(wanted.name()));
        values.put("find", BashWord.of("applications?$filter=" + UrlPart.of(filter())));
        values.put("create", BashWord.of(JsonText.of(creation())));
        values.put("redirect", BashWord.of(redirect()));
        values.put("redirectJson", BashWord.of(JsonText.of(redirects())));
        values.put("permissions", BashWord.of(ids(" ")));
        values.put("permissionsJson", BashWord.of(JsonText.of(access())));
        values.put("keptPermissions", BashWord.of(keptPermissions()));
        values.put("ownsItself", BashWord.of(yesNo(wanted.ownsItself())));
        values.put("isApi", BashWord.of(yesNo(wanted.api())));
        return values;
    }

    private Map<String, Literal> powerShell() {
        Map<String, Literal> values = new HashMap<>();
        values.put("comment", CommentText.of(comment));
        values.put("environment", PowerShellString.of(powerShellCloud(wanted.cloud())));
        values.put("tenant", PowerShellString.of(wanted.tenantId()));
        values.put("graph", PowerShellString.of(wanted.graphUrl().toString()));
        values.put("name", PowerShellString.of(wanted.name()));
        values.put("filter", PowerShellString.of(filter()));
        values.put("redirect", PowerShellString.of(redirect()));
        values.put(
                "permissions",
                new Literal(wanted.permissions().stream()
                        .map(permission -> PowerShellString.of(permission.id()).text())
                        .collect(Collectors.joining(", "))));
        values.put("ownsItself", PowerShellString.of(yesNo(wanted.ownsItself())));
        values.put("isApi", PowerShellString.of(yesNo(wanted.api())));
        return values;
    }

    private String filter() {
        return "displayName eq " + ODataString.of(wanted.name());
    }

    private String redirect() {
        return wanted.redirectUrl() == null ? "" : wanted.redirectUrl();
    }

    private JsonArray redirects() {
        return wanted.redirectUrl() == null
                ? JsonValue.EMPTY_JSON_ARRAY
                : Json.createArrayBuilder().add(wanted.redirectUrl()).build();
    }

    private JsonValue creation() {
        JsonObjectBuilder body =
                Json.createObjectBuilder().add("displayName", wanted.name()).add("signInAudience", "AzureADMyOrg");
        if (wanted.redirectUrl() != null) {
            body.add("web", Json.createObjectBuilder().add("redirectUris", redirects()));
        }
        if (!wanted.permissions().isEmpty()) {
            body.add(
                    "requiredResourceAccess",
                    Json.createArrayBuilder()
                            .add(Json.createObjectBuilder()
                                    .add("resourceAppId", GraphPermission.GRAPH)
                                    .add("resourceAccess", access())));
        }
        return body.build();
    }

    private JsonArray access() {
        JsonArrayBuilder access = Json.createArrayBuilder();
        wanted.permissions()
                .forEach(permission -> access.add(
                        Json.createObjectBuilder().add("id", permission.id()).add("type", "Role")));
        return access.build();
    }

    private String keptPermissions() {
        String others = wanted.permissions().stream()
                .map(permission -> "id!='" + permission.id() + "'")
                .collect(Collectors.joining(" && "));
        return "requiredResourceAccess[?resourceAppId=='" + GraphPermission.GRAPH + "'].resourceAccess[]"
                + (others.isEmpty() ? "" : " | [?" + others + "]");
    }

    private String ids(String separator) {
        return wanted.permissions().stream().map(GraphPermission::id).collect(Collectors.joining(separator));
    }

    private static String yesNo(boolean yes) {
        return yes ? "yes" : "no";
    }

    // The Azure CLI has no cloud of its own for the Department of Defense; the Graph host makes the difference.
    private static String cliCloud(Cloud cloud) {
        return switch (cloud) {
            case GLOBAL -> "AzureCloud";
            case US_GOV, US_GOV_DOD -> "AzureUSGovernment";
            case CHINA -> "AzureChinaCloud";
        };
    }

    private static String powerShellCloud(Cloud cloud) {
        return switch (cloud) {
            case GLOBAL -> "Global";
            case US_GOV -> "USGov";
            case US_GOV_DOD -> "USGovDoD";
            case CHINA -> "China";
        };
    }
}
