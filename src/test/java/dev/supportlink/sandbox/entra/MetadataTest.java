package dev.supportlink.sandbox.entra;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.supportlink.sandbox.Calls;
import dev.supportlink.sandbox.state.TurnableClock;
import jakarta.json.JsonObject;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetadataTest {

    private final TurnableClock clock = TurnableClock.at(Instant.parse("2026-03-01T10:00:00Z"));
    private final EntraSimulator entra = EntraSimulator.start(clock);
    private final Tenant tenant = entra.addTenant("Contoso", "contoso.onmicrosoft.com");
    private final Calls calls = Calls.to(entra.baseUri());

    @AfterEach
    void stop() {
        entra.close();
    }

    @Test
    void domainResolvesToTheTenantIdInTheIssuer() {
        JsonObject v1 = calls.get("/contoso.onmicrosoft.com/.well-known/openid-configuration")
                .json();
        JsonObject v2 = calls.get("/contoso.onmicrosoft.com/v2.0/.well-known/openid-configuration")
                .json();

        assertThat(v1.getString("issuer")).isEqualTo("https://sts.windows.net/" + tenant.id() + "/");
        assertThat(v2.getString("issuer")).isEqualTo(entra.baseUri() + "/" + tenant.id() + "/v2.0");
        assertThat(v1.getString("token_endpoint")).endsWith("/contoso.onmicrosoft.com/oauth2/token");
        assertThat(v2.getString("token_endpoint")).endsWith("/contoso.onmicrosoft.com/oauth2/v2.0/token");
    }

    @Test
    void unknownTenantIsInvalidTenantHere() {
        Calls.Reply reply = calls.get("/nobody.example/v2.0/.well-known/openid-configuration");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().getString("error")).isEqualTo("invalid_tenant");
        assertThat(reply.json().getJsonArray("error_codes").getInt(0)).isEqualTo(90002);
    }

    @Test
    void tenantOfAnotherCloudIsUnknownHere() {
        tenant.elsewhere(true);

        assertThat(calls.get("/" + tenant.id() + "/.well-known/openid-configuration")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void publishedKeyVerifiesTheTokens() throws ParseException, JOSEException {
        SignedJWT token = token();
        for (String version : new String[] {"", "/v2.0"}) {
            JsonObject document = calls.get("/" + tenant.id() + version + "/.well-known/openid-configuration")
                    .json();
            String keys = calls.get(URI.create(document.getString("jwks_uri")).getPath())
                    .body();
            JWKSet published = JWKSet.parse(keys);

            assertThat(published.getKeyByKeyId(token.getHeader().getKeyID()).isPrivate())
                    .isFalse();
            assertThat(token.verify(new RSASSAVerifier(published
                            .getKeyByKeyId(token.getHeader().getKeyID())
                            .toRSAKey())))
                    .isTrue();
        }
    }

    @Test
    void keyComesWithItsCertificate() throws ParseException {
        JWKSet published =
                JWKSet.parse(calls.get("/" + tenant.id() + "/discovery/keys").body());
        X509Certificate certificate =
                published.getKeys().get(0).getParsedX509CertChain().get(0);

        assertThat(certificate.getSubjectX500Principal()).isEqualTo(certificate.getIssuerX500Principal());
        assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("RSA");
    }

    @Test
    void rolledKeyMakesOldTokensWorthless() throws ParseException {
        SignedJWT token = token();
        entra.rollSigningKey();

        assertThat(JWKSet.parse(calls.get("/" + tenant.id() + "/discovery/keys").body())
                        .getKeyByKeyId(token.getHeader().getKeyID()))
                .isNull();
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                TokenRejected.class,
                                () -> entra.accessTokens().check(token.serialize(), audience -> true))
                        .reason())
                .isEqualTo(TokenRejected.Reason.SIGNATURE);
    }

    @Test
    void rotatedKeyIsPublishedBesideTheOneBefore() throws ParseException {
        SignedJWT before = token();
        entra.rotateSigningKey();
        SignedJWT after = token();
        JWKSet published =
                JWKSet.parse(calls.get("/" + tenant.id() + "/discovery/keys").body());

        assertThat(after.getHeader().getKeyID()).isNotEqualTo(before.getHeader().getKeyID());
        assertThat(published.getKeys()).hasSize(2);
        for (SignedJWT token : new SignedJWT[] {before, after}) {
            assertThat(entra.accessTokens()
                            .check(token.serialize(), audience -> true)
                            .tenantId())
                    .isEqualTo(tenant.id());
        }
        entra.restore(entra.save());
        assertThat(entra.accessTokens()
                        .check(before.serialize(), audience -> true)
                        .tenantId())
                .isEqualTo(tenant.id());
    }

    private SignedJWT token() throws ParseException {
        Application app = tenant.register("SupportLink");
        ClientSecret secret = app.addSecret("first", Duration.ofDays(1));
        Calls.Reply reply = calls.form(
                "/" + tenant.id() + "/oauth2/token",
                "grant_type",
                "client_credentials",
                "client_id",
                app.appId(),
                "client_secret",
                secret.value(),
                "resource",
                "https://graph.microsoft.com");
        return SignedJWT.parse(reply.json().getString("access_token"));
    }
}
