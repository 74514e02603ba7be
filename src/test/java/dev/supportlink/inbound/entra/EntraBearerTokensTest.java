package dev.supportlink.inbound.entra;

import static dev.supportlink.inbound.entra.EntraSide.API_URI;
import static dev.supportlink.inbound.entra.EntraSide.USER;
import static dev.supportlink.inbound.entra.EntraSide.V1_KEY;
import static dev.supportlink.inbound.entra.EntraSide.V2_KEY;
import static dev.supportlink.inbound.entra.TokenVersion.V1;
import static dev.supportlink.inbound.entra.TokenVersion.V2;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.SetupType;
import dev.supportlink.connection.Tenant;
import dev.supportlink.inbound.InboundCaller;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One case for each rule: a token that is wrong in exactly that point is refused, and the right one is not. */
class EntraBearerTokensTest {

    private final EntraBeans beans = new EntraBeans();
    private final EntraSide entra = beans.entra;

    /** A token and what is wrong with it. */
    record Wrong(String point, Function<EntraSide, String> token, EntraRefusal reason) {

        @Override
        public String toString() {
            return point;
        }
    }

    @ParameterizedTest
    @EnumSource(TokenVersion.class)
    void rightTokenIsTheIntegrationUser(TokenVersion version) {
        assertThat(beans.bearers.callerOf(entra.token(version), () -> EntraBeans.ADDRESS))
                .contains(new InboundCaller(beans.connectionId, USER, false));
        assertThat(beans.inbound.lastCallAt(beans.connectionId)).contains(beans.clock.instant());
        assertThat(beans.inbound.audited()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrongTokens")
    void tokenThatIsWrongInOnePointIsRefused(Wrong wrong) {
        assertThat(beans.accepts(wrong.token().apply(entra))).isFalse();
        assertThat(beans.reason()).isEqualTo(wrong.reason().word());
    }

    static Stream<Wrong> wrongTokens() {
        return Stream.of(wrongHeaders(), wrongSignatures(), wrongClaims(V1), wrongClaims(V2), wrongAudiences())
                .flatMap(each -> each);
    }

    private static Stream<Wrong> wrongHeaders() {
        return Stream.of(
                wrong(
                        "algorithm none",
                        entra -> new PlainJWT(entra.claims(V1).build()).serialize(),
                        EntraRefusal.MALFORMED_TOKEN),
                wrong("HS256 with the public key as secret", EntraBearerTokensTest::hmac),
                wrong("PS256", entra -> signedWith(entra, JWSAlgorithm.PS256)),
                wrong("RS384", entra -> signedWith(entra, JWSAlgorithm.RS384)),
                wrong("RS512", entra -> signedWith(entra, JWSAlgorithm.RS512)),
                header("another type", header -> header.type(new JOSEObjectType("pop"))),
                header(
                        "critical parameter",
                        header -> header.criticalParams(Set.of("exp")).customParam("exp", 1)),
                header("key in the header", header -> header.jwk(V1_KEY.toPublicJWK())),
                header("address of a key set", header -> header.jwkURL(URI.create("https://evil.example/keys"))),
                header("address of a certificate", header -> header.x509CertURL(URI.create("https://evil.example/"))),
                header("certificate in the header", header -> header.x509CertChain(List.of(new Base64("MIIB")))),
                header("no key id", header -> header.keyID(null)),
                header("key id without end", header -> header.keyID("k".repeat(257))),
                wrong(
                        "key that nobody published",
                        entra -> entra.headed(V1, header -> header.keyID("other")),
                        EntraRefusal.UNKNOWN_KEY),
                wrong(
                        "key of the other version",
                        entra -> entra.headed(V1, header -> header.keyID(V2_KEY.getKeyID())),
                        EntraRefusal.UNKNOWN_KEY));
    }

    private static Stream<Wrong> wrongSignatures() {
        return Stream.of(
                wrong(
                        "another key under the same id",
                        entra -> EntraSide.signed(
                                entra.header(V1).build(), entra.claims(V1).build(), EntraSide.STRANGE_KEY),
                        EntraRefusal.WRONG_SIGNATURE),
                wrong(
                        "other content under the signature",
                        EntraBearerTokensTest::tampered,
                        EntraRefusal.WRONG_SIGNATURE),
                wrong(
                        "signature cut short",
                        entra -> {
                            String token = entra.token(V1);
                            return token.substring(0, token.length() - 8);
                        },
                        EntraRefusal.WRONG_SIGNATURE),
                wrong("no signature", entra -> unsigned(entra.token(V1)), EntraRefusal.MALFORMED_TOKEN),
                wrong("no payload", entra -> "e30.e30.e30", EntraRefusal.MALFORMED_TOKEN));
    }

    private static Stream<Wrong> wrongClaims(TokenVersion version) {
        TokenVersion other = version == V1 ? V2 : V1;
        String foreign = "dddddddd-1111-2222-3333-444444444444";
        return Stream.of(
                claim(version, "no version", "ver", null, EntraRefusal.MALFORMED_TOKEN),
                claim(version, "unknown version", "ver", "3.0", EntraRefusal.MALFORMED_TOKEN),
                claim(version, "version as number", "ver", 1.0, EntraRefusal.MALFORMED_TOKEN),
                claim(
                        version,
                        "caller in the other version's claim",
                        version.clientClaim(),
                        null,
                        claims -> claims.claim(other.clientClaim(), USER)),
                claim(version, "no tenant", "tid", null, EntraRefusal.MALFORMED_TOKEN),
                claim(
                        version,
                        "tenant that is no GUID",
                        "tid",
                        "contoso.onmicrosoft.com",
                        EntraRefusal.MALFORMED_TOKEN),
                claim(version, "another tenant", "tid", foreign, EntraRefusal.CALLER_NOT_REGISTERED),
                claim(version, "no audience", "aud", null, EntraRefusal.MALFORMED_TOKEN),
                claim(version, "two audiences", "aud", List.of(EntraSide.API, foreign), EntraRefusal.MALFORMED_TOKEN),
                claim(version, "another API", "aud", foreign, EntraRefusal.CALLER_NOT_REGISTERED),
                claim(
                        version,
                        "another application",
                        version.clientClaim(),
                        foreign,
                        EntraRefusal.CALLER_NOT_REGISTERED),
                claim(version, "no issuer", "iss", null, EntraRefusal.WRONG_ISSUER),
                claim(
                        version,
                        "issuer of the other version",
                        "iss",
                        EntraSide.issuer(other),
                        EntraRefusal.WRONG_ISSUER),
                claim(
                        version,
                        "issuer but for the last character",
                        "iss",
                        EntraSide.issuer(version)
                                .substring(0, EntraSide.issuer(version).length() - 1),
                        EntraRefusal.WRONG_ISSUER),
                claim(
                        version,
                        "issuer without tenant",
                        "iss",
                        EntraSide.issuer(version).replace(EntraSide.TENANT, "{tenantid}"),
                        EntraRefusal.WRONG_ISSUER),
                claim(version, "a person's scope", "scp", "user_impersonation", EntraRefusal.PERSONS_TOKEN),
                claim(version, "an empty scope", "scp", "", EntraRefusal.PERSONS_TOKEN),
                claim(version, "public client", version.proofClaim(), "0", EntraRefusal.CALLER_NOT_PROVEN),
                claim(version, "proof unknown", version.proofClaim(), "3", EntraRefusal.CALLER_NOT_PROVEN),
                claim(version, "no proof", version.proofClaim(), null, EntraRefusal.CALLER_NOT_PROVEN),
                claim(version, "no end", "exp", null, EntraRefusal.TOKEN_EXPIRED),
                claim(version, "no beginning", "nbf", null, EntraRefusal.TOKEN_NOT_YET_VALID),
                time(
                        version,
                        "ended 5 minutes ago",
                        -300,
                        EntraRefusal.TOKEN_EXPIRED,
                        JWTClaimsSet.Builder::expirationTime),
                time(
                        version,
                        "begins in 5 minutes and a second",
                        301,
                        EntraRefusal.TOKEN_NOT_YET_VALID,
                        JWTClaimsSet.Builder::notBeforeTime));
    }

    private static Stream<Wrong> wrongAudiences() {
        return Stream.of(
                claim(V2, "identifier URI", "aud", API_URI, EntraRefusal.MALFORMED_TOKEN),
                claim(V1, "another identifier URI", "aud", "api://other.example", EntraRefusal.CALLER_NOT_REGISTERED),
                claim(
                        V1,
                        "identifier URI in other case",
                        "aud",
                        API_URI.replace("s", "S"),
                        EntraRefusal.CALLER_NOT_REGISTERED));
    }

    @ParameterizedTest
    @MethodSource("rightTokens")
    void tokenAtTheEdgeOfARuleIsAccepted(Function<EntraSide, String> token) {
        assertThat(beans.accepts(token.apply(entra))).isTrue();
    }

    static Stream<Function<EntraSide, String>> rightTokens() {
        return Stream.of(
                entra -> entra.token(V1, claims -> claims.audience(API_URI)),
                entra -> entra.token(V1, claims -> claims.audience(List.of(EntraSide.API))),
                entra -> entra.token(V2, claims -> claims.audience(EntraSide.API.toUpperCase(java.util.Locale.ROOT))),
                entra -> entra.token(V1, claims -> claims.claim("appid", USER.toUpperCase(java.util.Locale.ROOT))),
                entra -> entra.token(V2, claims -> claims.claim("azpacr", "2")),
                entra -> entra.token(V1, claims -> claims.claim("roles", List.of("Anything.All"))),
                entra -> entra.token(V1, claims -> claims.expirationTime(entra.in(-299))),
                entra -> entra.token(V2, claims -> claims.notBeforeTime(entra.in(300))),
                entra -> entra.headed(V1, header -> header.type(null)),
                entra -> entra.headed(V1, header -> header.x509CertThumbprint(V1_KEY.getX509CertThumbprint())),
                entra -> entra.headed(V2, header -> header.type(new JOSEObjectType("at+jwt"))));
    }

    @Test
    void tokenOfAnUnknownTenantMakesUsAskNobody() {
        beans.accepts(entra.token(V1, claims -> claims.claim("tid", "dddddddd-1111-2222-3333-444444444444")));
        beans.accepts(entra.token(V2, claims -> claims.audience("dddddddd-1111-2222-3333-444444444444")));

        assertThat(beans.source.asked).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = SetupType.class, names = "ENTRA", mode = EnumSource.Mode.EXCLUDE)
    void otherSetupTypesTakeNoSuchToken(SetupType other) {
        beans.change(connection -> connection.withSetup(other, InboundMode.GATEWAY));

        assertThat(beans.accepts(entra.token(V1))).isFalse();
        assertThat(beans.reason()).isEqualTo("caller-not-registered");
    }

    @Test
    void directModeTakesNoToken() {
        beans.change(connection -> connection.withSetup(SetupType.ENTRA, InboundMode.DIRECT));

        assertThat(beans.accepts(entra.token(V1))).isFalse();
    }

    @Test
    void anotherTenantOfTheConnectionEndsTheOldTenantsTokens() {
        beans.change(connection -> connection.withTenant(
                new Tenant("fabrikam.onmicrosoft.com", "dddddddd-1111-2222-3333-444444444444", Cloud.GLOBAL)));

        assertThat(beans.accepts(entra.token(V1))).isFalse();
    }

    @Test
    void changeCountsWithinFiveSecondsAlthoughTheTokenIsRemembered() {
        String token = entra.token(V1);
        assertThat(beans.accepts(token)).isTrue();
        beans.callers.remove(beans.connectionId);
        assertThat(beans.accepts(token)).isTrue();

        beans.clock.advance(Duration.ofSeconds(4));
        assertThat(beans.accepts(token)).isFalse();
    }

    @Test
    void rememberedTokenEndsInTime() {
        String token = entra.token(V1, claims -> claims.expirationTime(entra.in(-298)));
        assertThat(beans.accepts(token)).isTrue();

        beans.clock.advance(Duration.ofSeconds(2));
        assertThat(beans.accepts(token)).isFalse();
    }

    @Test
    void manyRefusalsAreOneLine() {
        String token = entra.token(V1, claims -> claims.claim("scp", "x"));
        for (int attempt = 0; attempt < 1000; attempt++) {
            beans.accepts(token);
        }

        assertThat(beans.inbound.audited())
                .containsExactly(beans.connectionId + " {address=203.0.113.7, count=1, reason=persons-token}");
    }

    private static Wrong wrong(String point, Function<EntraSide, String> token) {
        return wrong(point, token, EntraRefusal.HEADER_NOT_ALLOWED);
    }

    private static Wrong wrong(String point, Function<EntraSide, String> token, EntraRefusal reason) {
        return new Wrong(point, token, reason);
    }

    private static Wrong header(String point, UnaryOperator<JWSHeader.Builder> wrong) {
        return wrong(point, entra -> entra.headed(V1, wrong));
    }

    private static Wrong claim(TokenVersion version, String point, String name, Object value, EntraRefusal reason) {
        return wrong(
                version + ": " + point, entra -> entra.token(version, claims -> claims.claim(name, value)), reason);
    }

    private static Wrong claim(
            TokenVersion version,
            String point,
            String name,
            Object value,
            UnaryOperator<JWTClaimsSet.Builder> further) {
        return wrong(
                version + ": " + point,
                entra -> entra.token(version, claims -> further.apply(claims.claim(name, value))),
                EntraRefusal.MALFORMED_TOKEN);
    }

    private static Wrong time(
            TokenVersion version,
            String point,
            long seconds,
            EntraRefusal reason,
            java.util.function.BiFunction<JWTClaimsSet.Builder, Date, JWTClaimsSet.Builder> set) {
        return wrong(
                version + ": " + point,
                entra -> entra.token(version, claims -> set.apply(claims, entra.in(seconds))),
                reason);
    }

    private static String hmac(EntraSide entra) {
        try {
            return EntraSide.signed(
                    entra.header(JWSAlgorithm.HS256, V1).build(),
                    entra.claims(V1).build(),
                    new MACSigner(EntraSide.publicKey(V1_KEY).getEncoded()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signedWith(EntraSide entra, JWSAlgorithm algorithm) {
        return EntraSide.signed(
                entra.header(algorithm, V1).build(), entra.claims(V1).build(), V1_KEY);
    }

    private static String tampered(EntraSide entra) {
        String[] right = entra.token(V1).split("\\.");
        String[] other = entra.token(V1, claims -> claims.claim("oid", "other")).split("\\.");
        return right[0] + "." + other[1] + "." + right[2];
    }

    private static String unsigned(String token) {
        return token.substring(0, token.lastIndexOf('.') + 1);
    }
}
