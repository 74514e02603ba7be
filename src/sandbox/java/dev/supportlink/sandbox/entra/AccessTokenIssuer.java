package dev.supportlink.sandbox.entra;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.supportlink.sandbox.state.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes signed app-only access tokens with the claims of the version that the resource wants. */
final class AccessTokenIssuer {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Simulation simulation;
    private final Issuers issuers;
    /** The one that signs first. */
    private volatile List<SigningKey> keys;

    AccessTokenIssuer(Simulation simulation, Issuers issuers, SigningKey key) {
        this.simulation = simulation;
        this.issuers = issuers;
        this.keys = List.of(key);
    }

    SigningKey key() {
        return keys.get(0);
    }

    /** All that are published, the one that signs first. */
    List<SigningKey> keys() {
        return keys;
    }

    void useKeys(List<SigningKey> others) {
        keys = List.copyOf(others);
    }

    void addKey(SigningKey next) {
        keys = Stream.concat(Stream.of(next), keys.stream()).toList();
    }

    String issue(Tenant tenant, Application client, Resource resource, Duration life) {
        JWTClaimsSet.Builder claims = claims(tenant, client, resource, life)
                .claim("oid", client.principalId())
                .subject(client.principalId());
        addRoles(claims, resource.roles());
        return signed(claims.build(), resource);
    }

    /** A delegated token: it stands for a person who signed in to the client. */
    String issue(Tenant tenant, Application client, Resource resource, Duration life, Person person) {
        JWTClaimsSet.Builder claims = claims(tenant, client, resource, life)
                .claim("oid", person.objectId())
                .subject(Simulation.characters(ALPHABET, 43))
                .claim("name", person.name())
                .claim("scp", person.scope());
        claims.claim(resource.tokenVersion() == 2 ? "preferred_username" : "upn", person.name());
        return signed(claims.build(), resource);
    }

    @SuppressWarnings("deprecation") // v1 tokens carry the SHA-1 thumbprint to this day.
    private String signed(JWTClaimsSet claims, Resource resource) {
        SigningKey signingKey = key();
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(signingKey.jwk().getKeyID());
        if (resource.tokenVersion() == 1) {
            header.x509CertThumbprint(new Base64URL(signingKey.jwk().getKeyID()));
        }
        try {
            SignedJWT jwt = new SignedJWT(header.build(), claims);
            jwt.sign(new RSASSASigner(signingKey.jwk()));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("The signing key can sign.", impossible);
        }
    }

    private JWTClaimsSet.Builder claims(Tenant tenant, Application client, Resource resource, Duration life) {
        Instant now = simulation.now();
        String issuer = issuers.of(tenant, resource.tokenVersion());
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .audience(resource.audience())
                .issuer(issuer)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .claim("aio", Simulation.characters(ALPHABET, 40))
                .claim("idp", issuer)
                .claim("rh", "1." + Simulation.characters(ALPHABET, 30))
                .claim("tid", tenant.id())
                .claim("uti", Simulation.characters(ALPHABET, 22))
                .claim("ver", resource.tokenVersion() + ".0");
        addClient(claims, client, resource.tokenVersion());
        return claims;
    }

    private static void addClient(JWTClaimsSet.Builder claims, Application client, int version) {
        claims.claim(version == 2 ? "azp" : "appid", client.appId());
        claims.claim(version == 2 ? "azpacr" : "appidacr", "1");
    }

    /** Without consent the claim is absent; the token is issued all the same. */
    private static void addRoles(JWTClaimsSet.Builder claims, Set<String> roles) {
        if (!roles.isEmpty()) {
            claims.claim("roles", roles.stream().sorted().toList());
        }
    }
}
