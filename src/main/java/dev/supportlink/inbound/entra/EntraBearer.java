package dev.supportlink.inbound.entra;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPublicKey;

/**
 * A token as it came, nothing of it proven yet.
 *
 * @param keyId which key it says it is signed with
 * @param tenantId in lower case
 * @param audience in lower case where it is a GUID
 * @param clientId of the application that asked for it, in lower case
 */
record EntraBearer(
        SignedJWT jwt,
        JWTClaimsSet claims,
        TokenVersion version,
        String keyId,
        String tenantId,
        String audience,
        String clientId) {

    boolean isSignedBy(RSAPublicKey key) {
        try {
            return jwt.verify(new RSASSAVerifier(key));
        } catch (JOSEException unverifiable) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "EntraBearer[tenant=" + tenantId + ", client=" + clientId + "]";
    }
}
