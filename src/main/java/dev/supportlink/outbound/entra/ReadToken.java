package dev.supportlink.outbound.entra;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.secret.Secret;
import dev.supportlink.setup.TokenClaims;
import java.text.ParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the claims of a token for an application of the tenant's own, which may be read, unlike one for Graph. */
final class ReadToken {

    private ReadToken() {}

    static TokenClaims claims(Secret token) {
        try {
            return claims(JWTParser.parse(token.reveal()).getJWTClaimsSet());
        } catch (ParseException opaque) {
            throw new UpstreamException(
                    "entra", Kind.MALFORMED, null, "The token that Entra ID issued cannot be read.");
        }
    }

    private static TokenClaims claims(JWTClaimsSet claims) throws ParseException {
        @Nullable List<String> roles = claims.getStringListClaim("roles");
        return new TokenClaims(
                claims.getStringClaim("ver"),
                claims.getAudience(),
                claims.getStringClaim("tid"),
                either(claims, "appid", "azp"),
                either(claims, "appidacr", "azpacr"),
                claims.getStringClaim("scp"),
                roles == null ? List.of() : roles);
    }

    /** What v1 and v2 call differently. */
    private static @Nullable String either(JWTClaimsSet claims, String first, String second) throws ParseException {
        String value = claims.getStringClaim(first);
        return value == null ? claims.getStringClaim(second) : value;
    }
}
