package dev.supportlink.store.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.secret.KeyRings;
import dev.supportlink.secret.Sealer;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretState;
import dev.supportlink.secret.SecretVault;
import dev.supportlink.secret.SecretVersion;
import dev.supportlink.testing.StoredConnection;
import dev.supportlink.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredSecretVaultTest {

    private static final SecretKind KIND = SecretKind.OUTBOUND_CLIENT_SECRET;
    private static final String TARGET = "https://login.microsoftonline.com|0a0b0c0d-1111-2222-3333-444455556666";
    private static final Secret FIRST = Secret.of("first-very-secret-value");
    private static final Secret SECOND = Secret.of("second-very-secret-value");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    Path directory;

    private Sealer sealer;

    @BeforeEach
    void openKeys() {
        sealer = Sealer.with(KeyRings.in(directory));
    }

    @ParameterizedTest
    @EnumSource
    void opensForItsTargetOnly(TestDatabase database) {
        String id = StoredConnection.in(database);
        store(database).store(id, KIND, TARGET, FIRST, NOW.plusSeconds(60));

        assertThat(store(database).open(id, KIND, TARGET)).contains(FIRST);
        assertThat(store(database).open(id, KIND, "https://login.evil.example|x"))
                .isEmpty();
        assertThat(store(database).current(id, KIND).orElseThrow().expiresAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @ParameterizedTest
    @EnumSource
    void aNewValueEndsTheOldOneAndErasesIt(TestDatabase database) {
        String id = StoredConnection.in(database);
        store(database).store(id, KIND, TARGET, FIRST, null);
        store(database).store(id, KIND, TARGET, SECOND, null);

        assertThat(store(database).open(id, KIND, TARGET)).contains(SECOND);
        assertThat(store(database).versions(id, KIND))
                .extracting(SecretVersion::state)
                .containsExactlyInAnyOrder(SecretState.CURRENT, SecretState.REMOVED);
        assertThat(sealedOf(database, id))
                .filteredOn(java.util.Objects::nonNull)
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aDiscardedValueCannotBeOpened(TestDatabase database) {
        String id = StoredConnection.in(database);
        store(database).store(id, KIND, TARGET, FIRST, null);

        store(database).discard(id, KIND, SecretState.ORPHANED);

        assertThat(store(database).open(id, KIND, TARGET)).isEmpty();
        assertThat(store(database).versions(id, KIND))
                .extracting(SecretVersion::state)
                .containsExactly(SecretState.ORPHANED);
        assertThat(sealedOf(database, id)).containsOnlyNulls();
    }

    @ParameterizedTest
    @EnumSource
    void theDatabaseHoldsNoClearText(TestDatabase database) {
        String id = StoredConnection.in(database);
        store(database).store(id, KIND, TARGET, FIRST, null);
        SecretVersion password = store(database).store(id, SecretKind.INSTANCE_USER_PASSWORD, TARGET, SECOND, null);

        assertThat(sealedOf(database, id))
                .allSatisfy(stored -> assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                        .doesNotContain("secret"));
        assertThat(store(database).current(id, KIND).orElseThrow().hint()).isEqualTo("fir");
        assertThat(password.hint()).isEmpty();
    }

    private static List<byte[]> sealedOf(TestDatabase database, String connectionId) {
        return database.inTransaction(entities -> entities
                .createQuery("select s from SealedSecretRow s where s.connectionId = :id", SealedSecretRow.class)
                .setParameter("id", connectionId)
                .getResultList()
                .stream()
                .map(row -> row.sealed)
                .toList());
    }

    private SecretVault store(TestDatabase database) {
        return database.port(SecretVault.class, entities -> {
            StoredSecretVault vault = new StoredSecretVault();
            vault.entities = entities;
            vault.sealer = sealer;
            vault.clock = Clock.fixed(NOW, ZoneOffset.UTC);
            return vault;
        });
    }
}
