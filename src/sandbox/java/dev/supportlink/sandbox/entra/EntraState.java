package dev.supportlink.sandbox.entra;

import dev.supportlink.sandbox.http.JsonTexts;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Turns the directory into JSON and back, so that it outlives the process. */
final class EntraState {

    private EntraState() {}

    static JsonObject save(Directory directory, List<SigningKey> keys) {
        JsonArrayBuilder formerKeys = JsonTexts.array();
        keys.stream().skip(1).map(SigningKey::save).forEach(formerKeys::add);
        JsonArrayBuilder tenants = JsonTexts.array();
        directory.tenants().forEach(tenant -> tenants.add(save(tenant)));
        return JsonTexts.object()
                .add("signingKey", keys.get(0).save())
                .add("formerSigningKeys", formerKeys)
                .add("tenants", tenants)
                .build();
    }

    static void restore(JsonObject saved, Directory directory, AccessTokenIssuer issuer) {
        issuer.useKeys(keys(saved));
        directory.clear();
        for (JsonObject tenant : saved.getJsonArray("tenants").getValuesAs(JsonObject.class)) {
            restore(tenant, directory);
        }
    }

    /** States of older versions know one key only. */
    private static List<SigningKey> keys(JsonObject saved) {
        JsonArray former = saved.containsKey("formerSigningKeys")
                ? saved.getJsonArray("formerSigningKeys")
                : JsonValue.EMPTY_JSON_ARRAY;
        return Stream.concat(Stream.of(saved.getString("signingKey")), strings(former).stream())
                .map(SigningKey::parse)
                .toList();
    }

    private static JsonObjectBuilder save(Tenant tenant) {
        JsonArrayBuilder applications = JsonTexts.array();
        tenant.applications().forEach(application -> applications.add(save(application)));
        return JsonTexts.object()
                .add("id", tenant.id())
                .add("displayName", tenant.displayName())
                .add("domains", strings(tenant.domains()))
                .add("elsewhere", tenant.elsewhere())
                .add("secretsForbidden", tenant.secretsForbidden())
                .add("applications", applications);
    }

    private static void restore(JsonObject saved, Directory directory) {
        Tenant tenant = directory
                .add(saved.getString("id"), saved.getString("displayName"), strings(saved.getJsonArray("domains")))
                .elsewhere(saved.getBoolean("elsewhere"))
                .secretsForbidden(saved.getBoolean("secretsForbidden"));
        for (JsonObject application : saved.getJsonArray("applications").getValuesAs(JsonObject.class)) {
            restore(application, tenant);
        }
    }

    private static JsonObjectBuilder save(Application application) {
        JsonArrayBuilder secrets = JsonTexts.array();
        application.secrets().forEach(secret -> secrets.add(save(secret)));
        return JsonTexts.object()
                .add("objectId", application.objectId())
                .add("appId", application.appId())
                .add("principalId", application.principalId())
                .add("createdAt", application.createdAt().toString())
                .add("displayName", application.displayName())
                .add("principal", application.principal().name())
                .add("blockedByConditionalAccess", application.blockedByConditionalAccess())
                .add("assignmentRequired", application.assignmentRequired())
                .add("requestedAccessTokenVersion", application.requestedAccessTokenVersion())
                .add("redirectUris", strings(application.redirectUris()))
                .add("signInAudience", application.signInAudience())
                .add("requiredResourceAccess", application.requiredResourceAccess())
                .add("identifierUris", strings(application.identifierUris()))
                .add("grantedRoles", strings(application.grantedRoles()))
                .add("owners", strings(application.owners()))
                .add("secrets", secrets);
    }

    private static void restore(JsonObject saved, Tenant tenant) {
        Application.Registration ids = new Application.Registration(
                saved.getString("objectId"),
                saved.getString("appId"),
                saved.getString("principalId"),
                Instant.parse(saved.getString("createdAt")));
        Application application = tenant.restore(ids, saved.getString("displayName"))
                .principal(Application.Principal.valueOf(saved.getString("principal")))
                .blockedByConditionalAccess(saved.getBoolean("blockedByConditionalAccess"))
                .assignmentRequired(saved.getBoolean("assignmentRequired", false))
                .requestedAccessTokenVersion(saved.getInt("requestedAccessTokenVersion"))
                .redirectUris(strings(saved.getJsonArray("redirectUris")))
                .signInAudience(saved.getString("signInAudience", "AzureADMyOrg"))
                .requiredResourceAccess(saved.getString("requiredResourceAccess", "[]"))
                .identifierUris(strings(saved.getJsonArray("identifierUris")))
                .grant(strings(saved.getJsonArray("grantedRoles")).toArray(String[]::new));
        strings(saved.getJsonArray("owners")).forEach(application::ownedBy);
        saved.getJsonArray("secrets").getValuesAs(JsonObject.class).stream()
                .map(EntraState::secret)
                .forEach(application::addSecret);
    }

    private static JsonObjectBuilder save(ClientSecret secret) {
        return JsonTexts.object()
                .add("keyId", secret.keyId())
                .add("displayName", secret.displayName())
                .add("value", secret.value())
                .add("startsAt", secret.startsAt().toString())
                .add("endsAt", secret.endsAt().toString())
                .add("usableFrom", secret.usableFrom().toString());
    }

    private static ClientSecret secret(JsonObject saved) {
        return new ClientSecret(
                saved.getString("keyId"),
                saved.getString("displayName"),
                saved.getString("value"),
                Instant.parse(saved.getString("startsAt")),
                Instant.parse(saved.getString("endsAt")),
                Instant.parse(saved.getString("usableFrom")));
    }

    private static JsonArrayBuilder strings(Collection<String> values) {
        JsonArrayBuilder array = JsonTexts.array();
        values.forEach(array::add);
        return array;
    }

    private static List<String> strings(JsonArray values) {
        return values.getValuesAs(JsonString::getString);
    }
}
