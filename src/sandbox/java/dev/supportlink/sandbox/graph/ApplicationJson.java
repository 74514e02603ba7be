package dev.supportlink.sandbox.graph;

import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.sandbox.entra.ClientSecret;
import dev.supportlink.sandbox.http.JsonTexts;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The JSON form of application registrations; secret values appear only where they were just made. */
final class ApplicationJson {

    private ApplicationJson() {}

    static JsonObject of(Application application) {
        JsonArrayBuilder secrets = JsonTexts.array();
        application.secrets().forEach(secret -> secrets.add(of(secret)));
        return JsonTexts.object()
                .add("id", application.objectId())
                .add("appId", application.appId())
                .add("displayName", application.displayName())
                .add("createdDateTime", application.createdAt().toString())
                .addNull("deletedDateTime")
                .add("signInAudience", application.signInAudience())
                .add(
                        "requiredResourceAccess",
                        JsonTexts.read(application.requiredResourceAccess()).orElse(JsonValue.EMPTY_JSON_ARRAY))
                .add("identifierUris", strings(application.identifierUris()))
                .add("web", JsonTexts.object().add("redirectUris", strings(application.redirectUris())))
                .add("passwordCredentials", secrets)
                .add("keyCredentials", JsonTexts.array())
                .add("tags", JsonTexts.array())
                .build();
    }

    static JsonObject withValue(ClientSecret secret) {
        return fields(secret).add("secretText", secret.value()).build();
    }

    static JsonObject principalOf(Application application) {
        return JsonTexts.object()
                .add("id", application.principalId())
                .add("appId", application.appId())
                .add("displayName", application.displayName())
                .add("accountEnabled", application.principal() == Application.Principal.ENABLED)
                .add("servicePrincipalType", "Application")
                .build();
    }

    /** Takes over what a create or update names; collections are replaced as a whole. */
    static void apply(JsonObject body, Application application) {
        Optional.ofNullable(body.getJsonString("displayName"))
                .map(JsonString::getString)
                .ifPresent(application::displayName);
        Optional.ofNullable(body.getJsonString("signInAudience"))
                .map(JsonString::getString)
                .ifPresent(application::signInAudience);
        Optional.ofNullable(body.getJsonArray("requiredResourceAccess"))
                .map(JsonArray::toString)
                .ifPresent(application::requiredResourceAccess);
        Optional.ofNullable(body.getJsonArray("identifierUris"))
                .map(ApplicationJson::strings)
                .ifPresent(application::identifierUris);
        Optional.ofNullable(body.getJsonObject("web"))
                .map(web -> web.getJsonArray("redirectUris"))
                .map(ApplicationJson::strings)
                .ifPresent(application::redirectUris);
    }

    private static JsonObject of(ClientSecret secret) {
        return fields(secret).add("secretText", JsonValue.NULL).build();
    }

    private static JsonObjectBuilder fields(ClientSecret secret) {
        return JsonTexts.object()
                .addNull("customKeyIdentifier")
                .add("displayName", secret.displayName())
                .add("startDateTime", secret.startsAt().toString())
                .add("endDateTime", secret.endsAt().toString())
                .add("hint", secret.hint())
                .add("keyId", secret.keyId());
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
