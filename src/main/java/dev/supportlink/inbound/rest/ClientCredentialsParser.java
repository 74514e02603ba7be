package dev.supportlink.inbound.rest;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import dev.supportlink.inbound.ClientCredentials;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Reads the client's credentials from the Basic header or the form; real clients use either, and some name the client
 * twice.
 */
@ApplicationScoped
public class ClientCredentialsParser {

    private static final String SCHEME = "Basic ";

    ClientCredentials parse(@Nullable String authorization, TokenForm form) {
        return authorization == null ? fromForm(form) : fromHeader(authorization, form);
    }

    private static ClientCredentials fromForm(TokenForm form) {
        return new ClientCredentials(form.get("client_id"), Secret.of(form.get("client_secret")));
    }

    private static ClientCredentials fromHeader(String authorization, TokenForm form) {
        if (form.find("client_secret").isPresent()) {
            throw MalformedRequest.because("The client's secret stands in the header and in the body");
        }
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw MalformedRequest.of(OAuth2Error.INVALID_CLIENT);
        }
        ClientCredentials client = basic(authorization);
        if (form.find("client_id").filter(id -> !id.equals(client.clientId())).isPresent()) {
            throw MalformedRequest.because("Header and body name different clients");
        }
        return client;
    }

    private static ClientCredentials basic(String authorization) {
        try {
            ClientSecretBasic basic = ClientSecretBasic.parse(authorization);
            String id = TokenForm.printable(basic.getClientID().getValue());
            String secret = TokenForm.printable(basic.getClientSecret().getValue());
            return new ClientCredentials(id, Secret.of(secret));
        } catch (ParseException | IllegalArgumentException wrong) {
            throw MalformedRequest.because("The Authorization header is not a well-formed Basic header");
        }
    }
}
