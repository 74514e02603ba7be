package dev.supportlink.sandbox.entra;

import dev.supportlink.sandbox.http.BasicCredentials;
import dev.supportlink.sandbox.http.Parameters;
import dev.supportlink.sandbox.http.Request;
import java.util.Optional;

/** A client-credentials request as the two token endpoints read it. */
record TokenRequest(String clientId, Optional<String> secret, boolean hasAssertion, String resource) {

    private static final String DEFAULT_SCOPE = "/.default";

    static TokenRequest read(Request request, boolean v2) {
        Parameters form = request.form();
        String grant = required(form, "grant_type");
        if (!grant.equals("client_credentials")) {
            throw Aadsts.GRANT_UNSUPPORTED.about(grant);
        }
        Optional<BasicCredentials> basic = request.basic().filter(unused -> v2).map(TokenRequest::decoded);
        String clientId = basic.map(BasicCredentials::name).orElseGet(() -> required(form, "client_id"));
        String resource = v2 ? resourceOfScope(form) : required(form, "resource");
        return new TokenRequest(
                clientId,
                basic.map(BasicCredentials::password).or(() -> form.value("client_secret")),
                form.value("client_assertion").isPresent(),
                resource);
    }

    /** RFC 6749 has both halves form-encoded before they are joined. */
    private static BasicCredentials decoded(BasicCredentials raw) {
        Parameters pair = Parameters.parse("name=" + raw.name() + "&password=" + raw.password());
        return raw.password().contains("%")
                ? new BasicCredentials(
                        pair.first("name").orElse(""), pair.first("password").orElse(""))
                : raw;
    }

    private static String resourceOfScope(Parameters form) {
        if (form.value("resource").isPresent()) {
            throw Aadsts.RESOURCE_PARAMETER_REFUSED.about("");
        }
        String scope = required(form, "scope").strip();
        if (scope.isEmpty()) {
            throw Aadsts.SCOPE_INVALID.about(scope);
        }
        if (scope.contains(" ")) {
            throw Aadsts.SCOPES_OF_SEVERAL_RESOURCES.about(scope);
        }
        if (!scope.endsWith(DEFAULT_SCOPE)) {
            throw Aadsts.SCOPE_NOT_DEFAULT.about(scope);
        }
        return scope.substring(0, scope.length() - DEFAULT_SCOPE.length());
    }

    private static String required(Parameters form, String name) {
        return form.value(name).orElseThrow(() -> Aadsts.PARAMETER_MISSING.about(name));
    }

    @Override
    public String toString() {
        return "TokenRequest[clientId=" + clientId + ", resource=" + resource + "]";
    }
}
