package dev.supportlink.secret;

import com.google.crypto.tink.prf.Prf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Keyed hashes by HMAC-SHA-256 with the keys of the key ring. */
@ApplicationScoped
public class PrfHasher implements KeyedHasher {

    private static final int HASH_BYTES = 32;

    @Inject
    KeyRing keys;

    @Override
    public KeyedHash hash(String purpose, Secret value) {
        return compute(keys.prfs().getPrimaryId(), byId(), purpose, value);
    }

    @Override
    public List<KeyedHash> candidates(String purpose, Secret value) {
        Map<Integer, Prf> byId = byId();
        int primary = keys.prfs().getPrimaryId();
        List<KeyedHash> hashes = new ArrayList<>();
        hashes.add(compute(primary, byId, purpose, value));
        for (int keyId : byId.keySet()) {
            if (keyId != primary) {
                hashes.add(compute(keyId, byId, purpose, value));
            }
        }
        return hashes;
    }

    @Override
    public boolean matches(String purpose, Secret value, KeyedHash stored) {
        Map<Integer, Prf> byId = byId();
        if (!byId.containsKey(stored.keyId())) {
            return false;
        }
        KeyedHash computed = compute(stored.keyId(), byId, purpose, value);
        return MessageDigest.isEqual(
                computed.hex().getBytes(StandardCharsets.US_ASCII), stored.hex().getBytes(StandardCharsets.US_ASCII));
    }

    private Map<Integer, Prf> byId() {
        try {
            return keys.prfs().getPrfs();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The hashing keys cannot be used", failure);
        }
    }

    private static KeyedHash compute(int keyId, Map<Integer, Prf> byId, String purpose, Secret value) {
        Prf prf = Objects.requireNonNull(byId.get(keyId));
        try {
            byte[] hash = prf.compute(input(purpose, value), HASH_BYTES);
            return new KeyedHash(keyId, HexFormat.of().formatHex(hash));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A keyed hash cannot be made", failure);
        }
    }

    private static byte[] input(String purpose, Secret value) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes(purpose.getBytes(StandardCharsets.UTF_8));
        input.write(0);
        input.writeBytes(value.revealBytes());
        return input.toByteArray();
    }
}
