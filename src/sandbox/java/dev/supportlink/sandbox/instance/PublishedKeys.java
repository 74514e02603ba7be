package dev.supportlink.sandbox.instance;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import dev.supportlink.sandbox.http.JsonTexts;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Issuers and their keys as their metadata says, fetched when first needed and again for an unknown key. */
final class PublishedKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    record Issuer(String name, JWKSet keys) {

        Optional<RSAKey> key(String id) {
            return Optional.ofNullable(keys.getKeyByKeyId(id)).map(JWK::toRSAKey);
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<String, Issuer> known = new ConcurrentHashMap<>();

    /** The issuer, with the key of this id if it has published it; empty when it cannot be asked. */
    Optional<Issuer> issuer(String metadataUrl, String keyId) {
        Issuer before = known.get(metadataUrl);
        if (before != null && before.key(keyId).isPresent()) {
            return Optional.of(before);
        }
        Optional<Issuer> fetched = fetch(metadataUrl);
        fetched.ifPresent(issuer -> known.put(metadataUrl, issuer));
        return fetched;
    }

    private Optional<Issuer> fetch(String metadataUrl) {
        return read(metadataUrl)
                .flatMap(metadata -> read(metadata.getString("jwks_uri", ""))
                        .flatMap(keys -> issuer(metadata.getString("issuer", ""), keys)));
    }

    private static Optional<Issuer> issuer(String name, JsonObject keys) {
        try {
            return Optional.of(new Issuer(name, JWKSet.parse(keys.toString())));
        } catch (ParseException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<JsonObject> read(String url) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
            return JsonTexts.readObject(
                    http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException | IllegalArgumentException unreachable) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
