package dev.supportlink.inbound.entra;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a token must say, once its signature is proven, besides what it was looked up by. */
final class ClaimRules {

    /** How far Entra ID's clock and ours may be apart. */
    static final Duration SKEW = Duration.ofMinutes(5);

    private static final Set<Object> PROVEN = Set.of("1", "2");

    private ClaimRules() {}

    /** The first rule that it breaks. */
    static Optional<EntraRefusal> broken(EntraBearer bearer, String issuer, Instant now) {
        JWTClaimsSet claims = bearer.claims();
        if (!issuer.equals(claims.getIssuer())) {
            return Optional.of(EntraRefusal.WRONG_ISSUER);
        }
        return time(claims, now).or(() -> caller(bearer));
    }

    /** Until when it may be used. */
    static Instant end(JWTClaimsSet claims) {
        Date end = claims.getExpirationTime();
        return end == null ? Instant.MIN : end.toInstant().plus(SKEW);
    }

    private static Optional<EntraRefusal> time(JWTClaimsSet claims, Instant now) {
        if (!now.isBefore(end(claims))) {
            return Optional.of(EntraRefusal.TOKEN_EXPIRED);
        }
        @Nullable Date start = claims.getNotBeforeTime();
        return start == null || now.isBefore(start.toInstant().minus(SKEW))
                ? Optional.of(EntraRefusal.TOKEN_NOT_YET_VALID)
                : Optional.empty();
    }

    /** A delegated token stands for a person, who must never be mistaken for the application. */
    private static Optional<EntraRefusal> caller(EntraBearer bearer) {
        if (bearer.claims().getClaims().containsKey("scp")) {
            return Optional.of(EntraRefusal.PERSONS_TOKEN);
        }
        Object proof = bearer.claims().getClaim(bearer.version().proofClaim());
        return proof != null && PROVEN.contains(proof) ? Optional.empty() : Optional.of(EntraRefusal.CALLER_NOT_PROVEN);
    }
}
