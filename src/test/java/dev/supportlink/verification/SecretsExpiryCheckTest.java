package dev.supportlink.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.AdminRole;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretState;
import dev.supportlink.secret.SecretVault;
import dev.supportlink.secret.SecretVersion;
import dev.supportlink.testing.Connections;
import dev.supportlink.testing.TurnableClock;
import dev.supportlink.verification.Outcome.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretsExpiryCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final TurnableClock clock = new TurnableClock(NOW);
    private final KnownSecrets vault = new KnownSecrets();
    private final SecretsExpiryCheck check = new SecretsExpiryCheck();

    SecretsExpiryCheckTest() {
        check.vault = vault;
        check.reasons = new BundledReasons();
        check.clock = clock;
    }

    @Test
    void secretThatLastsLongEnoughPasses() {
        vault.endsAt(NOW.plus(Duration.ofDays(31)));

        Outcome outcome = run();

        assertThat(outcome.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(outcome.message()).contains("abc...").contains("2026-12-21");
    }

    @Test
    void secretThatEndsWithinThirtyDaysIsAWarning() {
        vault.endsAt(NOW.plus(Duration.ofDays(30)));

        Outcome outcome = run();

        assertThat(outcome.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(outcome.reason()).isEqualTo("secret-expires-soon");
        assertThat(outcome.seen()).contains("2026-12-20");
    }

    @Test
    void secretFailsFromTheMomentOfItsEnd() {
        vault.endsAt(NOW.plus(Duration.ofHours(1)));
        clock.advance(Duration.ofHours(1));

        Outcome outcome = run();

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(outcome.reason()).isEqualTo("secret-expired");
        assertThat(outcome.remedy().adminRole()).isEqualTo(AdminRole.ENTRA_ADMIN);
    }

    @Test
    void unknownEndIsATaskForTheEntraAdmin() {
        vault.endsAt(null);

        Outcome outcome = run();

        assertThat(outcome.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(outcome.reason()).isEqualTo("expiry-unknown");
        assertThat(outcome.remedy().adminRole()).isEqualTo(AdminRole.ENTRA_ADMIN);
    }

    @Test
    void withoutASecretThereIsNothingToSay() {
        Outcome outcome = run();

        assertThat(outcome.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(outcome.reason()).isEqualTo("outbound-secret-missing");
    }

    @Test
    void secretsOfTheRestApplicationsAreWatchedToo() {
        vault.endsAt(NOW.plus(Duration.ofDays(300)));
        vault.endsAt(SecretKind.REST_API_CLIENT_SECRET, NOW.plus(Duration.ofDays(200)));
        vault.endsAt(SecretKind.REST_USER_CLIENT_SECRET, NOW.plus(Duration.ofDays(100)));

        Outcome outcome = check.run(new CheckRun("v", Connections.entra(), Trigger.SCHEDULE));

        assertThat(outcome.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(outcome.message())
                .contains("outbound client secret", "REST API client secret", "REST user client secret");
    }

    @Test
    void worstSecretDecidesAndIsNamedWithItsStep() {
        vault.endsAt(NOW.plus(Duration.ofDays(5)));
        vault.endsAt(SecretKind.REST_API_CLIENT_SECRET, null);
        vault.endsAt(SecretKind.REST_USER_CLIENT_SECRET, NOW);

        Outcome outcome = check.run(new CheckRun("v", Connections.entra(), Trigger.SCHEDULE));

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(outcome.reason()).isEqualTo("secret-expired");
        assertThat(outcome.seen()).contains("REST user client secret").doesNotContain("outbound");
        assertThat(outcome.remedy().adminRole()).isEqualTo(AdminRole.ENTRA_ADMIN);
        assertThat(outcome.remedy().text())
                .contains("step rest-user-application")
                .doesNotContain("outbound-provider");
    }

    @Test
    void basicConnectionHasKnownSecretsThatEnds() {
        vault.endsAt(NOW.plus(Duration.ofDays(300)));
        vault.endsAt(SecretKind.REST_USER_CLIENT_SECRET, NOW);

        assertThat(run().verdict()).isEqualTo(Verdict.PASSED);
    }

    private Outcome run() {
        return check.run(new CheckRun("v", Connections.complete("a"), Trigger.SCHEDULE));
    }

    private static final class KnownSecrets implements SecretVault {

        private final Map<SecretKind, SecretVersion> versions = new EnumMap<>(SecretKind.class);

        void endsAt(Instant end) {
            endsAt(SecretKind.OUTBOUND_CLIENT_SECRET, end);
        }

        void endsAt(SecretKind kind, Instant end) {
            versions.put(kind, new SecretVersion("s", SecretState.CURRENT, "abc", NOW, end, null));
        }

        @Override
        public Optional<SecretVersion> current(String connectionId, SecretKind kind) {
            return Optional.ofNullable(versions.get(kind));
        }

        @Override
        public SecretVersion store(
                String connectionId, SecretKind kind, String target, Secret value, Instant expiresAt) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Secret> open(String connectionId, SecretKind kind, String target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<SecretVersion> versions(String connectionId, SecretKind kind) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void discard(String connectionId, SecretKind kind, SecretState endState) {
            throw new UnsupportedOperationException();
        }
    }
}
