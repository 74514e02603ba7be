package dev.supportlink.sandbox.entra;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The key that signs access tokens, with its certificate. */
final class SigningKey {

    private final RSAKey jwk;

    private SigningKey(RSAKey jwk) {
        this.jwk = jwk;
    }

    static SigningKey generate(Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new SigningKey(describe(generator.generateKeyPair(), now));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK makes RSA keys.", impossible);
        }
    }

    static SigningKey parse(String json) {
        try {
            return new SigningKey(RSAKey.parse(json));
        } catch (ParseException broken) {
            throw new IllegalArgumentException("The saved signing key cannot be read.", broken);
        }
    }

    RSAKey jwk() {
        return jwk;
    }

    String save() {
        return jwk.toJSONString();
    }

    KeyPair keyPair() {
        try {
            return jwk.toKeyPair();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("The signing key is an RSA key.", impossible);
        }
    }

    @SuppressWarnings("deprecation") // Entra names its keys by the SHA-1 thumbprint to this day.
    private static RSAKey describe(KeyPair keys, Instant now) throws GeneralSecurityException {
        byte[] certificate = SelfSignedCertificate.of(
                keys, "sandbox.accesscontrol.invalid", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1825)));
        Base64URL thumbprint =
                Base64URL.encode(MessageDigest.getInstance("SHA-1").digest(certificate));
        return new RSAKey.Builder((RSAPublicKey) keys.getPublic())
                .privateKey(keys.getPrivate())
                .keyUse(KeyUse.SIGNATURE)
                .keyID(thumbprint.toString())
                .x509CertThumbprint(thumbprint)
                .x509CertChain(List.of(Base64.encode(certificate)))
                .build();
    }
}
