package dev.supportlink.sandbox.entra;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.supportlink.sandbox.state.Simulation;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Checks access tokens of one simulated Entra ID for the APIs it protects. */
public final class AccessTokens {

    private final Simulation simulation;
    private final AccessTokenIssuer issuer;

    AccessTokens(Simulation simulation, AccessTokenIssuer issuer) {
        this.simulation = simulation;
        this.issuer = issuer;
    }

    /**
     * Reads a token for an API.
     *
     * @param audience whether a token for this audience is meant for the API
     * @throws TokenRejected when it is broken, forged, expired or for somebody else
     */
    public AppToken check(String token, Predicate<String> audience) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            RSASSAVerifier verifier = new RSASSAVerifier(key(jwt.getHeader().getKeyID()));
            if (!jwt.verify(verifier)) {
                throw new TokenRejected(TokenRejected.Reason.SIGNATURE);
            }
            return check(jwt.getJWTClaimsSet(), audience);
        } catch (ParseException | JOSEException broken) {
            throw new TokenRejected(TokenRejected.Reason.MALFORMED);
        }
    }

    private RSAKey key(String id) {
        return issuer.keys().stream()
                .map(SigningKey::jwk)
                .filter(key -> key.getKeyID().equals(id))
                .findFirst()
                .orElseThrow(() -> new TokenRejected(TokenRejected.Reason.SIGNATURE));
    }

    private AppToken check(JWTClaimsSet claims, Predicate<String> audience) throws ParseException {
        if (!simulation.now().isBefore(claims.getExpirationTime().toInstant())) {
            throw new TokenRejected(TokenRejected.Reason.EXPIRED);
        }
        String intended = String.join(" ", claims.getAudience());
        if (!audience.test(intended)) {
            throw new TokenRejected(TokenRejected.Reason.AUDIENCE);
        }
        String appId = claim(claims, "appid").or(() -> claim(claims, "azp")).orElse("");
        return new AppToken(
                claim(claims, "tid").orElse(""), appId, claim(claims, "oid").orElse(""), intended, roles(claims));
    }

    private static Optional<String> claim(JWTClaimsSet claims, String name) {
        return Optional.ofNullable(claims.getClaim(name)).map(Object::toString);
    }

    /** What an application may do, or a person through one. */
    private static Set<String> roles(JWTClaimsSet claims) throws ParseException {
        List<String> roles = claims.getStringListClaim("roles");
        Set<String> all = roles == null ? new HashSet<>() : new HashSet<>(roles);
        claim(claims, "scp").map(scopes -> List.of(scopes.split(" "))).ifPresent(all::addAll);
        return all;
    }
}
