package dev.supportlink.inbound;

import dev.supportlink.secret.KeyedHash;
import dev.supportlink.secret.KeyedHasher;
import dev.supportlink.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** Hashes under keys that are just numbers; the highest is the primary. Counts what it is asked for. */
public final class FakeHasher implements KeyedHasher {

    private int primary = 1;
    private int hashes;

    void addKey() {
        primary++;
    }

    int hashesSoFar() {
        return hashes;
    }

    @Override
    public KeyedHash hash(String purpose, Secret value) {
        return under(primary, purpose, value);
    }

    @Override
    public List<KeyedHash> candidates(String purpose, Secret value) {
        return IntStream.iterate(primary, key -> key > 0, key -> key - 1)
                .mapToObj(key -> under(key, purpose, value))
                .toList();
    }

    @Override
    public boolean matches(String purpose, Secret value, KeyedHash stored) {
        return under(stored.keyId(), purpose, value).equals(stored);
    }

    private KeyedHash under(int key, String purpose, Secret value) {
        hashes++;
        try {
            byte[] text = (key + "\0" + purpose + "\0" + value.reveal()).getBytes(StandardCharsets.UTF_8);
            return new KeyedHash(
                    key,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(text)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
