package dev.supportlink.store.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.secret.KeyRings;
import dev.supportlink.secret.Sealer;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretState;
import dev.supportlink.secret.SecretVault;
import dev.supportlink.secret.ShownSecrets;
import dev.supportlink.testing.StoredConnection;
import dev.supportlink.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredShownSecretsTest {

    private static final SecretKind KIND = SecretKind.INSTANCE_CLIENT_SECRET;
    private static final String TARGET = "https://contoso.service-now.com";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
    private static final int AT_ONCE = 6;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void eachValueIsShownOnce(TestDatabase database) {
        String id = StoredConnection.in(database);
        enter(database, id, "first");

        assertThat(shown(database).markShown(id, KIND)).isTrue();
        assertThat(shown(database).markShown(id, KIND)).isFalse();

        enter(database, id, "second");
        assertThat(shown(database).markShown(id, KIND)).isTrue();
        assertThat(shown(database).markShown(id, KIND)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aValueEnteredAgainIsShownOnceMore(TestDatabase database) {
        String id = StoredConnection.in(database);
        enter(database, id, "the same");
        shown(database).markShown(id, KIND);

        shown(database).forgetShown(id, KIND);

        assertThat(shown(database).markShown(id, KIND)).isTrue();
        assertThat(shown(database).markShown(id, KIND)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsShownOfAnotherKindOrConnectionOrOfAnEndedValue(TestDatabase database) {
        String id = StoredConnection.in(database);
        enter(database, id, "value");
        String other = StoredConnection.in(database);

        assertThat(shown(database).markShown(id, SecretKind.INSTANCE_USER_PASSWORD))
                .isFalse();
        assertThat(shown(database).markShown(other, KIND)).isFalse();
        vault(database).discard(id, KIND, SecretState.REMOVED);
        assertThat(shown(database).markShown(id, KIND)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void ofManyAtOnceOneSeesIt(TestDatabase database) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int round = 0; round < 50; round++) {
                String id = StoredConnection.in(database);
                enter(database, id, "value " + round);
                Callable<Boolean> ask = () -> shown(database).markShown(id, KIND);

                List<Future<Boolean>> answers = threads.invokeAll(Collections.nCopies(AT_ONCE, ask));

                int seen = 0;
                for (Future<Boolean> answer : answers) {
                    seen += answer.get() ? 1 : 0;
                }
                assertThat(seen).isEqualTo(1);
            }
        } finally {
            threads.shutdown();
        }
    }

    private void enter(TestDatabase database, String id, String value) {
        vault(database).store(id, KIND, TARGET, Secret.of(value), null);
    }

    private SecretVault vault(TestDatabase database) {
        Sealer sealer = Sealer.with(KeyRings.in(directory));
        return database.port(SecretVault.class, entities -> {
            StoredSecretVault vault = new StoredSecretVault();
            vault.entities = entities;
            vault.sealer = sealer;
            vault.clock = CLOCK;
            return vault;
        });
    }

    private static ShownSecrets shown(TestDatabase database) {
        return database.port(ShownSecrets.class, entities -> {
            StoredShownSecrets shown = new StoredShownSecrets();
            shown.entities = entities;
            shown.clock = CLOCK;
            return shown;
        });
    }
}
