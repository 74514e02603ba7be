package dev.supportlink.inbound.entra;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.supportlink.connection.Cloud;
import dev.supportlink.testing.Connections;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The tenant's side: its keys, and tokens that are right unless a test makes them wrong in one point. */
final class EntraSide {

    static final String TENANT = Connections.TENANT_ID;
    static final String API = "aaaaaaaa-1111-2222-3333-444444444444";
    static final String API_URI = "api://supportlink.example/inbound";
    static final String USER = "bbbbbbbb-1111-2222-3333-444444444444";

    static final RSAKey V1_KEY = key("v1-key");
    static final RSAKey V2_KEY = key("v2-key");
    static final RSAKey STRANGE_KEY = key("v1-key");

    private final Clock clock;

    EntraSide(Clock clock) {
        this.clock = clock;
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static KeyPublisher publisher(TokenVersion version) {
        return new KeyPublisher(TENANT, Cloud.GLOBAL, version);
    }

    static IssuerKeys publishes(TokenVersion version, RSAKey... keys) {
        Map<String, RSAPublicKey> published = new LinkedHashMap<>();
        for (RSAKey key : keys) {
            published.put(key.getKeyID(), publicKey(key));
        }
        return new IssuerKeys(issuer(version), published);
    }

    static RSAPublicKey publicKey(RSAKey key) {
        try {
            return key.toRSAPublicKey();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String issuer(TokenVersion version) {
        return version == TokenVersion.V1
                ? "https://sts.windows.net/" + TENANT + "/"
                : "https://login.microsoftonline.com/" + TENANT + "/v2.0";
    }

    static RSAKey signingKey(TokenVersion version) {
        return version == TokenVersion.V1 ? V1_KEY : V2_KEY;
    }

    /** So many seconds from now; negative for the past. */
    Date in(long seconds) {
        return Date.from(clock.instant().plusSeconds(seconds));
    }

    String token(TokenVersion version) {
        return token(version, claims -> claims);
    }

    String token(TokenVersion version, UnaryOperator<JWTClaimsSet.Builder> wrong) {
        return signed(header(version).build(), wrong.apply(claims(version)).build(), signingKey(version));
    }

    String headed(TokenVersion version, UnaryOperator<JWSHeader.Builder> wrong) {
        return signed(wrong.apply(header(version)).build(), claims(version).build(), signingKey(version));
    }

    JWSHeader.Builder header(TokenVersion version) {
        return header(JWSAlgorithm.RS256, version);
    }

    JWSHeader.Builder header(JWSAlgorithm algorithm, TokenVersion version) {
        return new JWSHeader.Builder(algorithm)
                .type(JOSEObjectType.JWT)
                .keyID(signingKey(version).getKeyID());
    }

    JWTClaimsSet.Builder claims(TokenVersion version) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .audience(API)
                .issuer(issuer(version))
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(60))))
                .subject("cccccccc-1111-2222-3333-444444444444")
                .claim("oid", "cccccccc-1111-2222-3333-444444444444")
                .claim("tid", TENANT)
                .claim("ver", version == TokenVersion.V1 ? "1.0" : "2.0")
                .claim(version.clientClaim(), USER)
                .claim(version.proofClaim(), "1");
    }

    static String signed(JWSHeader header, JWTClaimsSet claims, RSAKey key) {
        try {
            return signed(header, claims, new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
