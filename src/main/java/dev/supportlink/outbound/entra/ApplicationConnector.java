package dev.supportlink.outbound.entra;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Tenant;
import dev.supportlink.secret.Secret;
import dev.supportlink.setup.ApplicationTrial;
import dev.supportlink.setup.TokenClaims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Tries the applications by which callers sign in. */
@ApplicationScoped
public class ApplicationConnector implements ApplicationTrial {

    @Inject
    TokenRequests requests;

    @Inject
    CloudSettings clouds;

    @Override
    public TokenClaims token(Tenant tenant, String clientId, Secret clientSecret, String api) {
        TokenRequests.Application client = new TokenRequests.Application(tenant, clientId);
        return ReadToken.claims(requests.token(client, clientSecret, api).value());
    }

    @Override
    public String shownMetadataUrl(Tenant tenant) {
        Cloud cloud = Optional.ofNullable(tenant.cloud()).orElse(Cloud.GLOBAL);
        return clouds.loginUrl(cloud) + "/" + tenant.domain() + "/.well-known/openid-configuration";
    }
}
