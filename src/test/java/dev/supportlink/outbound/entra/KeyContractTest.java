package dev.supportlink.outbound.entra;

import static dev.supportlink.outbound.testing.Failures.codeOf;
import static dev.supportlink.outbound.testing.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import dev.supportlink.connection.Cloud;
import dev.supportlink.inbound.entra.EntraKeySource;
import dev.supportlink.inbound.entra.IssuerKeys;
import dev.supportlink.inbound.entra.KeyPublisher;
import dev.supportlink.inbound.entra.TokenVersion;
import dev.supportlink.outbound.testing.OutboundBeans;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.sandbox.Calls;
import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.sandbox.entra.EntraSimulator;
import dev.supportlink.sandbox.entra.Tenant;
import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.Fault;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyContractTest {

    private static EntraSimulator entra;
    private static OutboundBeans beans;
    private static Tenant tenant;

    @BeforeAll
    static void start() {
        entra = EntraSimulator.start(Clock.systemUTC());
        tenant = entra.addTenant("Contoso", "keys.onmicrosoft.com");
        beans = OutboundBeans.startHasty(Map.of(
                "supportlink.cloud.global.login-url", entra.baseUri().toString(),
                "supportlink.outbound.circuit-breaker.calls", "1000",
                "supportlink.outbound.max-body-size", "100000"));
    }

    @AfterAll
    static void stop() {
        beans.close();
        entra.close();
    }

    @BeforeEach
    void fresh() {
        entra.faults().clear();
        entra.requests().clear();
    }

    @ParameterizedTest
    @EnumSource(TokenVersion.class)
    void keysOfTheVersionVerifyItsTokens(TokenVersion version) throws JOSEException, ParseException {
        SignedJWT token = token(version);
        IssuerKeys published = fetch(version);

        assertThat(published.issuer()).isEqualTo(token.getJWTClaimsSet().getIssuer());
        assertThat(token.verify(new RSASSAVerifier(
                        published.keys().get(token.getHeader().getKeyID()))))
                .isTrue();
    }

    @Test
    void eachVersionHasItsOwnDocumentAndKeySet() {
        fetch(TokenVersion.V1);
        fetch(TokenVersion.V2);

        assertThat(entra.requests().all())
                .extracting("path")
                .containsExactly(
                        "/" + tenant.id() + "/.well-known/openid-configuration",
                        "/" + tenant.id() + "/discovery/keys",
                        "/" + tenant.id() + "/v2.0/.well-known/openid-configuration",
                        "/" + tenant.id() + "/discovery/v2.0/keys");
    }

    @Test
    void keysBeforeAndAfterARotationAreFetched() {
        entra.rotateSigningKey();

        assertThat(fetch(TokenVersion.V2).keys()).hasSizeGreaterThan(1);
    }

    @Test
    void unknownTenantIsNotFound() {
        KeyPublisher nobody = new KeyPublisher(UUID.randomUUID().toString(), Cloud.GLOBAL, TokenVersion.V1);

        assertThat(failureOf(() -> source().fetch(nobody)).kind()).isEqualTo(Kind.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/TENANT/v2.0, https://login.microsoftonline.com/keys, host-not-allowed",
        "https://login.microsoftonline.com/TENANT/v2.0, https://evil.example/keys, host-not-allowed",
        "https://login.microsoftonline.com/TENANT/v2.0, http://login.microsoftonline.com/keys, host-not-allowed",
        "https://login.microsoftonline.com/TENANT/v2.0, https://login.microsoftonline.com:8443/keys, host-not-allowed",
        "https://login.microsoftonline.com/TENANT/v2.0, https://login.microsoftonline.com@evil.example/, host-not-allowed",
        "https://login.microsoftonline.com/TENANT/v2.0, https://me@login.microsoftonline.com/keys, host-not-allowed",
        "https://login.microsoftonline.us/TENANT/v2.0, https://login.microsoftonline.com/keys, host-not-allowed",
        "https://login.microsoftonline.com/TENANT/v2.0, not a url, malformed",
        "https://login.microsoftonline.com/{tenantid}/v2.0, https://login.microsoftonline.com/keys, malformed",
        "https://login.microsoftonline.com/common/v2.0, https://login.microsoftonline.com/keys, malformed",
        "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0,"
                + " https://login.microsoftonline.com/keys, malformed"
    })
    void documentThatLeadsElsewhereIsNotBelieved(String issuer, String jwksUri, String code) {
        entra.faults().on("/", document(issuer.replace("TENANT", tenant.id()), jwksUri));

        assertThat(codeOf(() -> fetch(TokenVersion.V2))).isEqualTo(code);
        assertThat(entra.requests().all()).hasSize(1);
    }

    @Test
    void redirectToKeysElsewhereIsNotFollowed() {
        entra.faults()
                .on(
                        "/" + tenant.id() + "/discovery",
                        Fault.answer(Answer.text(302, "application/json", "{}")
                                .with("Location", "https://evil.example/keys")));

        assertThat(codeOf(() -> fetch(TokenVersion.V1))).isEqualTo("redirected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'keys':[]}",
                "{'keys':'none'}",
                "{'keys':{}}",
                "{'keys':[null,1,'x',[]]}",
                "{'keys':[{'kty':'RSA','kid':'a'}]}",
                "{'keys':[{'kty':'RSA','kid':'a','n':'','e':''}]}",
                "{'keys':[{'kty':'RSA','kid':'a','n':'!!!','e':'AQAB'}]}",
                "{'keys':[{'kty':'RSA','kid':'a','n':'AQAB','e':'AQAB'}]}",
                "{'keys':[{'kty':'EC','kid':'a','crv':'P-256','x':'AQAB','y':'AQAB'}]}",
                "{'keys':[{'kty':'oct','kid':'a','k':'c2VjcmV0'}]}"
            })
    void setWithoutUsableKeyIsMalformed(String keySet) {
        entra.faults().on("/" + tenant.id() + "/discovery", keySet(keySet.replace('\'', '"')));

        assertThat(codeOf(() -> fetch(TokenVersion.V1))).isEqualTo("malformed");
    }

    static List<String> unusableKeys() throws JOSEException {
        RSAKey key = new RSAKeyGenerator(2048).keyID("a").generate().toPublicJWK();
        RSAKey small = new RSAKeyGenerator(1024, true).keyID("a").generate().toPublicJWK();
        String right = key.toJSONString();
        return List.of(
                small.toJSONString(),
                right.replace("\"kid\":\"a\",", "").replace(",\"kid\":\"a\"", ""),
                right.replace("{", "{\"use\":\"enc\","),
                right.replace("{", "{\"alg\":\"PS256\","),
                right.replace(
                        "{",
                        "{\"issuer\":\"https://login.microsoftonline.com/"
                                + "9188040d-6c67-4c5b-b112-36a304b66dad/v2.0\","),
                right.replace("AQAB", "AQ"),
                right.replace("AQAB", "Ag"),
                right.replace("AQAB", "AQABAQABAQABAQAB"));
    }

    @ParameterizedTest
    @MethodSource("unusableKeys")
    void keyThatMustNotSignIsLeftOut(String key) {
        entra.faults().on("/" + tenant.id() + "/discovery", keySet("{\"keys\":[" + key + "]}"));

        assertThat(codeOf(() -> fetch(TokenVersion.V1))).isEqualTo("malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://login.microsoftonline.com/{tenantid}/v2.0", "https://sts.windows.net/TENANT/"})
    void keyOfEveryTenantOrOfThisOneIsTaken(String issuer) throws JOSEException {
        String key = new RSAKeyGenerator(2048)
                .keyID("a")
                .generate()
                .toPublicJWK()
                .toJSONString()
                .replace("{", "{\"issuer\":\"" + issuer.replace("TENANT", tenant.id()) + "\",");
        entra.faults().on("/" + tenant.id() + "/discovery", keySet("{\"keys\":[" + key + "]}"));

        assertThat(fetch(TokenVersion.V1).keys()).containsOnlyKeys("a");
    }

    @Test
    void setOfMoreKeysThanAnybodyHasIsRefused() throws JOSEException {
        String key = new RSAKeyGenerator(2048).generate().toPublicJWK().toJSONString();
        String keys = IntStream.range(0, PublishedKeys.MOST + 1)
                .mapToObj(number -> key.replace("{", "{\"kid\":\"" + number + "\","))
                .collect(Collectors.joining(","));
        entra.faults().on("/" + tenant.id() + "/discovery", keySet("{\"keys\":[" + keys + "]}"));

        assertThat(codeOf(() -> fetch(TokenVersion.V1))).isEqualTo("malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known", "/discovery"})
    void brokenAnswersAreFailuresInOurWords(String path) {
        String where = "/" + tenant.id() + path;
        entra.faults().on(where, Fault.html());
        assertThat(codeOf(() -> fetch(TokenVersion.V1))).isEqualTo("html-instead-of-json");

        entra.faults().on(where, Fault.hugeBody(10_000_000));
        assertThat(failureOf(() -> fetch(TokenVersion.V1)).kind()).isEqualTo(Kind.MALFORMED);

        entra.faults().on(where, Fault.malformedJson());
        assertThat(failureOf(() -> fetch(TokenVersion.V1)).kind()).isEqualTo(Kind.MALFORMED);

        entra.faults().on(where, Fault.slow(Duration.ofSeconds(2)));
        assertThat(failureOf(() -> fetch(TokenVersion.V1)).kind()).isEqualTo(Kind.UNAVAILABLE);

        entra.faults().on(where, Fault.status(503));
        assertThat(failureOf(() -> fetch(TokenVersion.V1)).kind()).isEqualTo(Kind.UNAVAILABLE);

        // The client itself tries a request again whose connection is reset.
        entra.faults().on("GET", where, 10, Fault.reset());
        assertThat(failureOf(() -> fetch(TokenVersion.V1)).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    private static EntraKeySource source() {
        return beans.get(EntraKeySource.class);
    }

    private static IssuerKeys fetch(TokenVersion version) {
        return source().fetch(new KeyPublisher(tenant.id(), Cloud.GLOBAL, version));
    }

    private static SignedJWT token(TokenVersion version) throws ParseException {
        Application api = tenant.register("API").requestedAccessTokenVersion(version == TokenVersion.V1 ? 1 : 2);
        Application caller = tenant.register("caller");
        String secret = caller.addSecret("first", Duration.ofDays(1)).value();
        String token = Calls.to(entra.baseUri())
                .form(
                        "/" + tenant.id() + "/oauth2/v2.0/token",
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        caller.appId(),
                        "client_secret",
                        secret,
                        "scope",
                        api.appId() + "/.default")
                .json()
                .getString("access_token");
        entra.requests().clear();
        return SignedJWT.parse(token);
    }

    private static Fault document(String issuer, String jwksUri) {
        return Fault.answer(Answer.text(
                200, "application/json", "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + jwksUri + "\"}"));
    }

    private static Fault keySet(String json) {
        return Fault.answer(Answer.text(200, "application/json", json));
    }
}
