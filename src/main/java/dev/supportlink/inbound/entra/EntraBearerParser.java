package dev.supportlink.inbound.entra;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a token apart. Whatever the text is, the outcome is a bearer or a refusal. */
final class EntraBearerParser {

    /** Real ones have 1 to 4 KB; many permissions or optional claims make them longer. */
    static final int LONGEST = 16_384;

    private static final int LONGEST_KEY_ID = 256;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++");
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private EntraBearerParser() {}

    /** Whether a text looks like a token of this kind at all. Asked about every token: most are ours, and have no dot. */
    static boolean looksLikeOne(String text) {
        return text.indexOf('.') > 0
                && text.length() <= LONGEST
                && FORM.matcher(text).matches();
    }

    static EntraBearer parse(String text) {
        if (!looksLikeOne(text)) {
            throw malformed();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(text);
            if (!allowed(jwt.getHeader())) {
                throw new EntraRefused(EntraRefusal.HEADER_NOT_ALLOWED, null);
            }
            return read(jwt, jwt.getJWTClaimsSet());
        } catch (ParseException noJwt) {
            throw malformed();
        }
    }

    /** A header never brings or points to a key: keys come from the tenant. */
    private static boolean allowed(JWSHeader header) {
        return JWSAlgorithm.RS256.equals(header.getAlgorithm())
                && allowed(header.getType())
                && header.getCriticalParams() == null
                && header.isBase64URLEncodePayload()
                && header.getJWK() == null
                && header.getJWKURL() == null
                && header.getX509CertURL() == null
                && header.getX509CertChain() == null
                && header.getKeyID() != null
                && header.getKeyID().length() <= LONGEST_KEY_ID;
    }

    private static boolean allowed(@Nullable JOSEObjectType type) {
        return type == null || type.equals(JOSEObjectType.JWT) || type.equals(ACCESS_TOKEN);
    }

    private static EntraBearer read(SignedJWT jwt, JWTClaimsSet claims) throws ParseException {
        TokenVersion version = TokenVersion.of(text(claims, "ver")).orElseThrow(EntraBearerParser::malformed);
        return new EntraBearer(
                jwt,
                claims,
                version,
                jwt.getHeader().getKeyID(),
                guid(text(claims, "tid")),
                audience(claims, version),
                guid(text(claims, version.clientClaim())));
    }

    /** Version 2 always names the client ID. */
    private static String audience(JWTClaimsSet claims, TokenVersion version) {
        List<String> named = claims.getAudience();
        if (named.size() != 1 || named.get(0) == null) {
            throw malformed();
        }
        return version == TokenVersion.V2
                ? guid(named.get(0))
                : Guid.normal(named.get(0)).orElse(named.get(0));
    }

    private static String text(JWTClaimsSet claims, String name) throws ParseException {
        return Optional.ofNullable(claims.getStringClaim(name)).orElseThrow(EntraBearerParser::malformed);
    }

    private static String guid(String text) {
        return Guid.normal(text).orElseThrow(EntraBearerParser::malformed);
    }

    private static EntraRefused malformed() {
        return new EntraRefused(EntraRefusal.MALFORMED_TOKEN, null);
    }
}
