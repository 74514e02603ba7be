package dev.supportlink.secret;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Seals secrets for one connection, kind and target: opened for any other, the seal does not fit. */
@ApplicationScoped
public class Sealer {

    @Inject
    KeyRing keys;

    /** A sealer with these keys, for use without a container. */
    public static Sealer with(KeyRing keys) {
        Sealer sealer = new Sealer();
        sealer.keys = keys;
        return sealer;
    }

    /** The sealed bytes. */
    public byte[] seal(String connectionId, SecretKind kind, String target, Secret value) {
        try {
            return keys.aead().encrypt(value.revealBytes(), binding(connectionId, kind, target));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A secret cannot be sealed", failure);
        }
    }

    /** The value; empty when the seal was made for another connection, kind or target, or was tampered with. */
    public Optional<Secret> open(String connectionId, SecretKind kind, String target, byte[] sealed) {
        try {
            return Optional.of(Secret.ofBytes(keys.aead().decrypt(sealed, binding(connectionId, kind, target))));
        } catch (GeneralSecurityException doesNotFit) {
            return Optional.empty();
        }
    }

    /** Length before content, so that no two different bindings share one text. */
    private static byte[] binding(String connectionId, SecretKind kind, String target) {
        return String.join("\n", connectionId, kind.word(), target.length() + ":" + target)
                .getBytes(StandardCharsets.UTF_8);
    }
}
