package dev.supportlink.verification;

import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretVault;
import dev.supportlink.secret.SecretVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Looks at the end date of the Entra application's secret, the only stored secret that ends by itself. */
@ApplicationScoped
public class SecretsExpiryCheck implements Check {

    static final Duration SOON = Duration.ofDays(30);

    @Inject
    SecretVault vault;

    @Inject
    ReasonCatalogue reasons;

    @Inject
    Clock clock;

    @Override
    public String id() {
        return "secrets-expiry";
    }

    @Override
    public Outcome run(CheckRun run) {
        return vault.current(run.connection().id(), SecretKind.OUTBOUND_CLIENT_SECRET)
                .map(this::judge)
                .orElseGet(() -> Outcome.skipped(reasons.reason("outbound-secret-missing")));
    }

    private Outcome judge(SecretVersion version) {
        Instant end = version.expiresAt();
        if (end == null) {
            return Outcome.warning(reasons.reason("expiry-unknown"), "a known end date", named(version));
        }
        String seen = named(version) + " ends on " + day(end);
        Instant now = clock.instant();
        if (!end.isAfter(now)) {
            return Outcome.failed(reasons.reason("secret-expired"), "an end date in the future", seen);
        }
        return end.isAfter(now.plus(SOON))
                ? Outcome.passed("The " + seen + ".")
                : Outcome.warning(reasons.reason("secret-expires-soon"), "more than 30 days left", seen);
    }

    private static String named(SecretVersion version) {
        return "outbound client secret" + (version.hint().isEmpty() ? "" : " " + version.hint() + "...");
    }

    private static LocalDate day(Instant end) {
        return LocalDate.ofInstant(end, ZoneOffset.UTC);
    }
}
