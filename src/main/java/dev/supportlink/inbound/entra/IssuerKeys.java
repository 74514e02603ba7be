package dev.supportlink.inbound.entra;

import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Optional;

/**
 * What a tenant publishes about the tokens of one version.
 *
 * @param issuer exactly as tokens must name it
 * @param keys by key id
 */
public record IssuerKeys(String issuer, Map<String, RSAPublicKey> keys) {

    public IssuerKeys {
        keys = Map.copyOf(keys);
    }

    Optional<RSAPublicKey> key(String id) {
        return Optional.ofNullable(keys.get(id));
    }
}
