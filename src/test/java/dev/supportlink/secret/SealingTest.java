package dev.supportlink.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {

    private static final String CONNECTION = "0123456789abcdef0123456789abcdef";
    private static final String ORIGIN = "https://contoso.service-now.com";
    private static final Secret VALUE = Secret.of("very-secret");

    @TempDir
    Path directory;

    private KeyRing ring;
    private Sealer sealer;
    private PrfHasher hasher;

    @BeforeEach
    void openKeys() {
        ring = KeyRings.in(directory);
        sealer = new Sealer();
        sealer.keys = ring;
        hasher = new PrfHasher();
        hasher.keys = ring;
    }

    @Test
    void opensForTheSameConnectionKindAndTargetOnly() {
        byte[] sealed = sealer.seal(CONNECTION, SecretKind.INSTANCE_USER_PASSWORD, ORIGIN, VALUE);

        assertThat(sealer.open(CONNECTION, SecretKind.INSTANCE_USER_PASSWORD, ORIGIN, sealed))
                .contains(VALUE);
        assertThat(sealer.open(CONNECTION, SecretKind.INSTANCE_USER_PASSWORD, ORIGIN + ".evil.example", sealed))
                .isEmpty();
        assertThat(sealer.open("another", SecretKind.INSTANCE_USER_PASSWORD, ORIGIN, sealed))
                .isEmpty();
        assertThat(sealer.open(CONNECTION, SecretKind.INSTANCE_CLIENT_SECRET, ORIGIN, sealed))
                .isEmpty();
    }

    @Test
    void aChangedByteOpensNothing() {
        byte[] sealed = sealer.seal(CONNECTION, SecretKind.OUTBOUND_CLIENT_SECRET, ORIGIN, VALUE);
        sealed[sealed.length - 1] ^= 1;

        assertThat(sealer.open(CONNECTION, SecretKind.OUTBOUND_CLIENT_SECRET, ORIGIN, sealed))
                .isEmpty();
    }

    @Test
    void hashesAreRepeatableAndSeparatedByPurpose() {
        KeyedHash hash = hasher.hash("token", VALUE);

        assertThat(hasher.candidates("token", VALUE)).containsExactly(hash);
        assertThat(hash.hex()).matches("[0-9a-f]{64}").doesNotContain("very");
        assertThat(hasher.matches("token", VALUE, hash)).isTrue();
        assertThat(hasher.matches("password", VALUE, hash)).isFalse();
        assertThat(hasher.matches("token", Secret.of("other"), hash)).isFalse();
        assertThat(hasher.matches("token", VALUE, new KeyedHash(hash.keyId() + 1, hash.hex())))
                .isFalse();
    }

    @Test
    void aSecondStartNeedsTheSameKeyset() throws Exception {
        KeyRing again = KeyRings.sharing(ring, directory);
        again.open();

        Path file = directory.resolve("keyset.json");
        Files.writeString(file, Keyset.generate().format());
        assertThatThrownBy(KeyRings.sharing(ring, directory)::open)
                .isInstanceOf(UnusableKeyset.class)
                .hasMessageContaining("is not the one");

        Files.delete(file);
        assertThatThrownBy(KeyRings.sharing(ring, directory)::open)
                .isInstanceOf(UnusableKeyset.class)
                .hasMessageContaining("is missing")
                .hasMessageContaining("backup");
        assertThat(file).doesNotExist();
    }
}
