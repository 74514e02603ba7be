package dev.supportlink.outbound.graph;

import dev.supportlink.outbound.http.JsonFields;
import dev.supportlink.setup.script.EntraRegistration;
import dev.supportlink.setup.script.GraphPermission;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is sent to create a registration, and to complete one; Graph replaces a collection as a whole. */
final class RegistrationBodies {

    private static final String AUDIENCE = "signInAudience";
    private static final String ONE_TENANT = "AzureADMyOrg";
    private static final String ACCESS = "requiredResourceAccess";

    private RegistrationBodies() {}

    static JsonObject creation(EntraRegistration wanted) {
        JsonObject empty = Json.createObjectBuilder().add(AUDIENCE, ONE_TENANT).build();
        JsonObjectBuilder body =
                Json.createObjectBuilder().add("displayName", wanted.name()).add(AUDIENCE, ONE_TENANT);
        completion(empty, wanted).ifPresent(rest -> rest.forEach(body::add));
        return body.build();
    }

    /** What is missing, with what is there beside it; empty when nothing is. */
    static Optional<JsonObject> completion(JsonObject present, EntraRegistration wanted) {
        JsonObjectBuilder changes = Json.createObjectBuilder();
        if (!ONE_TENANT.equals(present.getString(AUDIENCE, ""))) {
            changes.add(AUDIENCE, ONE_TENANT);
        }
        redirects(present, wanted).ifPresent(web -> changes.add("web", web));
        access(present, wanted).ifPresent(access -> changes.add(ACCESS, access));
        JsonObject body = changes.build();
        return body.isEmpty() ? Optional.empty() : Optional.of(body);
    }

    private static Optional<JsonObject> redirects(JsonObject present, EntraRegistration wanted) {
        JsonArray uris = JsonFields.object(present, "web")
                .map(web -> web.getJsonArray("redirectUris"))
                .orElse(JsonValue.EMPTY_JSON_ARRAY);
        String url = wanted.redirectUrl();
        boolean there = url == null
                || uris.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .anyMatch(url::equals);
        return there
                ? Optional.empty()
                : Optional.of(Json.createObjectBuilder()
                        .add("redirectUris", Json.createArrayBuilder(uris).add(url))
                        .build());
    }

    private static Optional<JsonArray> access(JsonObject present, EntraRegistration wanted) {
        List<JsonObject> entries = JsonFields.objects(present, ACCESS);
        List<JsonObject> ofGraph = entries.stream()
                .filter(RegistrationBodies::isGraph)
                .flatMap(entry -> JsonFields.objects(entry, "resourceAccess").stream())
                .toList();
        Set<String> ids = ofGraph.stream()
                .flatMap(access -> JsonFields.text(access, "id").stream())
                .collect(Collectors.toSet());
        List<JsonObject> missing = wanted.permissions().stream()
                .filter(permission -> !ids.contains(permission.id()))
                .map(RegistrationBodies::role)
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        List<JsonObject> all = new ArrayList<>(ofGraph);
        all.addAll(missing);
        JsonArrayBuilder merged = Json.createArrayBuilder();
        entries.stream().filter(entry -> !isGraph(entry)).forEach(merged::add);
        merged.add(Json.createObjectBuilder()
                .add("resourceAppId", GraphPermission.GRAPH)
                .add("resourceAccess", Json.createArrayBuilder(all)));
        return Optional.of(merged.build());
    }

    private static boolean isGraph(JsonObject entry) {
        return GraphPermission.GRAPH.equals(entry.getString("resourceAppId", ""));
    }

    private static JsonObject role(GraphPermission permission) {
        return Json.createObjectBuilder()
                .add("id", permission.id())
                .add("type", "Role")
                .build();
    }
}
