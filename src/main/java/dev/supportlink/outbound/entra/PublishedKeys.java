package dev.supportlink.outbound.entra;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.supportlink.outbound.http.JsonFields;
import jakarta.json.JsonObject;
import java.security.interfaces.RSAPublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the keys of a key set that may sign access tokens of one tenant; what cannot be used is left out. */
record PublishedKeys(String tenantId) {

    /** Entra ID publishes less than ten. */
    static final int MOST = 100;

    private static final int SHORTEST_BITS = 2048;
    private static final int LONGEST_BITS = 8192;
    private static final int LONGEST_TEXT = 2048;
    private static final String ANY_TENANT = "{tenantid}";

    /** By key id; empty when there is none, or more than anybody publishes. */
    Map<String, RSAPublicKey> read(JsonObject keySet) {
        List<JsonObject> published = JsonFields.objects(keySet, "keys");
        Map<String, RSAPublicKey> keys = new LinkedHashMap<>();
        if (published.size() <= MOST) {
            published.stream()
                    .filter(this::signsForTheTenant)
                    .forEach(key -> JsonFields.text(key, "kid")
                            .ifPresent(id -> rsaKey(key).ifPresent(read -> keys.putIfAbsent(id, read))));
        }
        return keys;
    }

    /** A key may say for whom it signs: for this tenant, for every one, or for another, such as that of private accounts. */
    private boolean signsForTheTenant(JsonObject key) {
        boolean forTenant = JsonFields.text(key, "issuer")
                .map(issuer -> issuer.toLowerCase(Locale.ROOT))
                .map(issuer -> issuer.contains(ANY_TENANT) || issuer.contains(tenantId))
                .orElse(true);
        return forTenant && is(key, "use", "sig") && is(key, "alg", "RS256") && key.containsKey("kty");
    }

    private static boolean is(JsonObject key, String name, String value) {
        return JsonFields.text(key, name).map(value::equals).orElse(true);
    }

    private static Optional<RSAPublicKey> rsaKey(JsonObject key) {
        return JsonFields.text(key, "kty")
                .filter("RSA"::equals)
                .flatMap(rsa -> number(key, "n"))
                .flatMap(modulus -> number(key, "e").map(exponent -> new RSAKey.Builder(modulus, exponent).build()))
                .flatMap(PublishedKeys::usable);
    }

    private static Optional<Base64URL> number(JsonObject key, String name) {
        return JsonFields.text(key, name)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_TEXT)
                .map(Base64URL::new);
    }

    private static Optional<RSAPublicKey> usable(RSAKey key) {
        try {
            RSAPublicKey read = key.toRSAPublicKey();
            int bits = read.getModulus().bitLength();
            boolean odd = read.getPublicExponent().testBit(0);
            boolean small = read.getPublicExponent().bitLength() <= Integer.SIZE;
            return Optional.of(read).filter(any -> bits >= SHORTEST_BITS && bits <= LONGEST_BITS && odd && small);
        } catch (JOSEException noKey) {
            return Optional.empty();
        }
    }
}
