package dev.supportlink.sandbox.entra;

import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.JsonTexts;
import dev.supportlink.sandbox.http.Request;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** The OpenID metadata documents and key sets of both versions. */
final class Metadata {

    private final Directory directory;
    private final Issuers issuers;
    private final AccessTokenIssuer tokens;
    private final EntraErrors errors;

    Metadata(Directory directory, Issuers issuers, AccessTokenIssuer tokens, EntraErrors errors) {
        this.directory = directory;
        this.issuers = issuers;
        this.tokens = tokens;
        this.errors = errors;
    }

    Answer document(Request request, int version) {
        try {
            return Answer.json(200, document(request.variable("tenant"), tenant(request), version));
        } catch (EntraRefusal refusal) {
            return errors.metadata(refusal);
        }
    }

    Answer keys(Request request, int version) {
        try {
            String issuer = issuers.of(tenant(request), version);
            JsonArrayBuilder keys = JsonTexts.array();
            tokens.keys().forEach(key -> keys.add(published(key, issuer)));
            return Answer.json(200, JsonTexts.object().add("keys", keys).build());
        } catch (EntraRefusal refusal) {
            return errors.metadata(refusal);
        }
    }

    private Tenant tenant(Request request) {
        Tenant tenant = directory.resolve(request.variable("tenant"));
        if (tenant.elsewhere()) {
            throw Aadsts.TENANT_UNKNOWN.about(request.variable("tenant"));
        }
        return tenant;
    }

    private static JsonObjectBuilder published(SigningKey key, String issuer) {
        JsonObject described =
                JsonTexts.readObject(key.jwk().toPublicJWK().toJSONString()).orElseThrow();
        JsonObjectBuilder published = JsonTexts.object();
        described.forEach(published::add);
        return published.add("issuer", issuer);
    }

    /** Addresses repeat the tenant as it was asked for; the issuer always names its ID. */
    private JsonObject document(String asked, Tenant tenant, int version) {
        String login = issuers.loginHost() + "/" + asked;
        String oauth = login + (version == 2 ? "/oauth2/v2.0" : "/oauth2");
        return JsonTexts.object()
                .add("token_endpoint", oauth + "/token")
                .add(
                        "token_endpoint_auth_methods_supported",
                        strings("client_secret_post", "private_key_jwt", "client_secret_basic"))
                .add("jwks_uri", login + (version == 2 ? "/discovery/v2.0/keys" : "/discovery/keys"))
                .add("response_modes_supported", strings("query", "fragment", "form_post"))
                .add("subject_types_supported", strings("pairwise"))
                .add("id_token_signing_alg_values_supported", strings("RS256"))
                .add("response_types_supported", strings("code", "id_token", "code id_token", "id_token token"))
                .add("scopes_supported", strings("openid", "profile", "email", "offline_access"))
                .add("issuer", issuers.of(tenant, version))
                .add("request_uri_parameter_supported", false)
                .add("userinfo_endpoint", issuers.cloud().graph() + "/oidc/userinfo")
                .add("authorization_endpoint", oauth + "/authorize")
                .add("device_authorization_endpoint", oauth + "/devicecode")
                .add("end_session_endpoint", oauth + "/logout")
                .add("tenant_region_scope", issuers.cloud().region())
                .add("cloud_instance_name", issuers.cloud().instanceName())
                .add("msgraph_host", issuers.cloud().graph().substring("https://".length()))
                .build();
    }

    private static JsonArrayBuilder strings(String... values) {
        JsonArrayBuilder array = JsonTexts.array();
        for (String value : values) {
            array.add(value);
        }
        return array;
    }
}
