package dev.supportlink.inbound.entra;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Connection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;

/** Checks a token from its form to its last claim; the cheap and the telling things first. */
@ApplicationScoped
class EntraVerifier {

    @Inject
    EntraCallers callers;

    @Inject
    TenantKeys tenants;

    @Inject
    Clock clock;

    /** Throws EntraRefused. */
    VerifiedBearer verify(String token) {
        EntraBearer bearer = EntraBearerParser.parse(token);
        Connection connection = callers.addressed(bearer.tenantId(), bearer.audience(), bearer.clientId())
                .orElseThrow(() -> new EntraRefused(EntraRefusal.CALLER_NOT_REGISTERED, null));
        IssuerKeys issuer = issuer(connection, bearer);
        RSAPublicKey key = issuer.key(bearer.keyId()).orElseThrow(() -> refused(connection, EntraRefusal.UNKNOWN_KEY));
        if (!bearer.isSignedBy(key)) {
            throw refused(connection, EntraRefusal.WRONG_SIGNATURE);
        }
        ClaimRules.broken(bearer, issuer.issuer(), clock.instant()).ifPresent(reason -> {
            throw refused(connection, reason);
        });
        return new VerifiedBearer(connection.id(), bearer.clientId(), ClaimRules.end(bearer.claims()));
    }

    private IssuerKeys issuer(Connection connection, EntraBearer bearer) {
        Cloud cloud = connection.tenant().cloud();
        if (cloud == null) {
            throw refused(connection, EntraRefusal.NO_KEYS);
        }
        KeyPublisher publisher = new KeyPublisher(bearer.tenantId(), cloud, bearer.version());
        return tenants.keys(publisher, bearer.keyId(), connection.id())
                .orElseThrow(() -> refused(connection, EntraRefusal.NO_KEYS));
    }

    private static EntraRefused refused(Connection connection, EntraRefusal reason) {
        return new EntraRefused(reason, connection.id());
    }
}
