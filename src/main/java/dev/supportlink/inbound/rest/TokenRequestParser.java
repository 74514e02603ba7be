package dev.supportlink.inbound.rest;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import dev.supportlink.inbound.TokenGrant;
import dev.supportlink.inbound.TokenOrder;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a token request; whatever is wrong with its form is said before anybody is authenticated. */
@ApplicationScoped
public class TokenRequestParser {

    private static final Set<String> SUPPORTED = Set.of("password", "refresh_token", "client_credentials");

    @Inject
    ClientCredentialsParser clients;

    TokenOrder parse(@Nullable String authorization, byte[] body, String address) {
        TokenForm form = TokenForm.of(body);
        refuseOtherGrants(form.get("grant_type"));
        TokenGrant grant = grant(form);
        return new TokenOrder(clients.parse(authorization, form), grant, address);
    }

    private static void refuseOtherGrants(String type) {
        if (!SUPPORTED.contains(type)) {
            throw MalformedRequest.of(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
        }
    }

    private static TokenGrant grant(TokenForm form) {
        try {
            AuthorizationGrant grant = AuthorizationGrant.parse(form.asMap());
            if (grant instanceof ResourceOwnerPasswordCredentialsGrant password) {
                return new TokenGrant.Password(
                        password.getUsername(), Secret.of(password.getPassword().getValue()));
            }
            return grant instanceof RefreshTokenGrant refresh
                    ? new TokenGrant.Refresh(Secret.of(refresh.getRefreshToken().getValue()))
                    : new TokenGrant.ClientAlone();
        } catch (ParseException wrong) {
            throw MalformedRequest.because("A parameter of the grant is missing or empty");
        }
    }
}
