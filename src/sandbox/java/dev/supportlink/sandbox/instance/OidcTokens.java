package dev.supportlink.sandbox.instance;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.supportlink.sandbox.state.Simulation;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/** Finds the user behind a token that somebody else issued, by the OIDC providers an administrator configured. */
final class OidcTokens {

    static final String PROVIDERS = "oidc_provider_configuration";

    private static final String REGISTRY = "oauth_entity";
    private static final String TYPE = "oidc_provider";

    private final Simulation simulation;
    private final Tables tables;
    private final PublishedKeys published = new PublishedKeys();

    OidcTokens(Simulation simulation, Tables tables) {
        this.simulation = simulation;
        this.tables = tables;
    }

    void add(OidcProvider provider, String clientSecret) {
        Row configuration = tables.insert(
                PROVIDERS,
                Map.of(
                        "oidc_provider", provider.name(),
                        "oidc_config_url", provider.metadataUrl(),
                        "user_claim", provider.userClaim(),
                        "user_field", provider.userField()),
                "admin");
        tables.insert(
                REGISTRY,
                Map.of(
                        "name", provider.name(),
                        "type", TYPE,
                        "client_id", provider.clientId(),
                        "client_secret", clientSecret,
                        "oidc_provider_configuration", configuration.id()),
                "admin");
    }

    /** The user, whatever its state; empty for anything that is no good token of a configured provider. */
    Optional<Row> user(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            return provider(jwt.getJWTClaimsSet()).flatMap(provider -> user(jwt, provider));
        } catch (ParseException noJwt) {
            return Optional.empty();
        }
    }

    private Optional<Row> provider(JWTClaimsSet claims) {
        return claims.getAudience().stream()
                .flatMap(audience -> tables.get(REGISTRY).rowsWith("client_id", audience))
                .filter(row -> row.has("type", TYPE) && row.is("active"))
                .findFirst()
                .flatMap(row -> tables.get(PROVIDERS).row(row.get("oidc_provider_configuration")));
    }

    private Optional<Row> user(SignedJWT jwt, Row provider) {
        String keyId = String.valueOf(jwt.getHeader().getKeyID());
        return published
                .issuer(provider.get("oidc_config_url"), keyId)
                .filter(issuer -> holds(jwt, issuer, keyId))
                .flatMap(issuer -> claim(jwt, provider.get("user_claim")))
                .flatMap(value -> tables.get("sys_user").firstWith(provider.get("user_field"), value));
    }

    private boolean holds(SignedJWT jwt, PublishedKeys.Issuer issuer, String keyId) {
        try {
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            return JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
                    && issuer.key(keyId).filter(key -> signed(jwt, key)).isPresent()
                    && issuer.name().equals(claims.getIssuer())
                    && claims.getExpirationTime() != null
                    && simulation.now().isBefore(claims.getExpirationTime().toInstant());
        } catch (ParseException noClaims) {
            return false;
        }
    }

    private static boolean signed(SignedJWT jwt, RSAKey key) {
        try {
            return jwt.verify(new RSASSAVerifier(key));
        } catch (JOSEException unverifiable) {
            return false;
        }
    }

    private static Optional<String> claim(SignedJWT jwt, String name) {
        try {
            return Optional.ofNullable(jwt.getJWTClaimsSet().getClaim(name))
                    .map(Object::toString)
                    .filter(value -> !value.isEmpty());
        } catch (ParseException noClaims) {
            return Optional.empty();
        }
    }
}
