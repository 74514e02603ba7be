package dev.supportlink.verification;

import dev.supportlink.secret.SecretVault;
import dev.supportlink.secret.SecretVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks at the end dates of the Entra applications' secrets, the only stored secrets that end by themselves. */
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
        List<Finding> findings = new ArrayList<>();
        for (Watched watched : Watched.of(run.connection().setupType())) {
            vault.current(run.connection().id(), watched.kind())
                    .ifPresent(version -> findings.add(judge(watched, version)));
        }
        return findings.isEmpty() ? Outcome.skipped(reasons.reason("outbound-secret-missing")) : worst(findings);
    }

    /** How one secret stands; the later, the worse. */
    private enum Standing {
        LASTING,
        UNKNOWN,
        ENDING,
        ENDED
    }

    private record Finding(Watched watched, Standing standing, String seen) {}

    private Finding judge(Watched watched, SecretVersion version) {
        String name = watched.named(version);
        Instant end = version.expiresAt();
        if (end == null) {
            return new Finding(watched, Standing.UNKNOWN, name);
        }
        String seen = name + " ends on " + LocalDate.ofInstant(end, ZoneOffset.UTC);
        Instant now = clock.instant();
        if (!end.isAfter(now)) {
            return new Finding(watched, Standing.ENDED, seen);
        }
        return new Finding(watched, end.isAfter(now.plus(SOON)) ? Standing.LASTING : Standing.ENDING, seen);
    }

    private Outcome worst(List<Finding> findings) {
        Standing worst = findings.stream()
                .map(Finding::standing)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Finding> those =
                findings.stream().filter(one -> one.standing() == worst).toList();
        String seen = String.join("; ", those.stream().map(Finding::seen).toList());
        Watched first = those.get(0).watched();
        return switch (worst) {
            case ENDED -> Outcome.failed(reason("secret-expired", first), "an end date in the future", seen);
            case ENDING -> Outcome.warning(reason("secret-expires-soon", first), "more than 30 days left", seen);
            case UNKNOWN -> Outcome.warning(reason("expiry-unknown", first), "a known end date", seen);
            case LASTING -> Outcome.passed("The " + seen + ".");
        };
    }

    private Reason reason(String id, Watched watched) {
        Reason reason = reasons.reason(id);
        return watched == Watched.OUTBOUND ? reason : reason.atStep(watched.step());
    }
}
