package dev.supportlink.verification;

import dev.supportlink.audit.AuditTrail;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.connection.Health;
import dev.supportlink.connection.HealthRecord;
import dev.supportlink.connection.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a report into health and the time of the next verification. */
@ApplicationScoped
public class HealthKeeper {

    private static final System.Logger LOG = System.getLogger(HealthKeeper.class.getName());

    @Inject
    ReasonCatalogue reasons;

    @Inject
    VerificationRepository verifications;

    @Inject
    ConnectionRepository connections;

    @Inject
    VerificationSettings settings;

    @Inject
    AuditTrail audit;

    /** What a run found out, before it is stored. */
    record Verdict(Verification verification, Streak streak, HealthRecord health) {}

    Verdict judge(VerificationTicket ticket, Connection present, List<CheckResult> report, Instant now) {
        Findings findings = Findings.of(report, reasons);
        Streak before =
                present.health().lastVerifiedAt() == null ? Streak.NONE : verifications.lastStreak(present.id());
        Streak streak = before.after(findings, now);
        boolean confirmed = before.confirmedBy(ticket.verification().startedAt());
        return new Verdict(
                finished(ticket.verification(), findings, report, now),
                streak,
                health(present, findings, streak, confirmed, now));
    }

    void record(Verdict verdict, VerificationTicket ticket, Connection present) {
        if (!sameTarget(ticket.connection(), present)) {
            return;
        }
        connections.recordHealth(present.id(), verdict.health());
        Health before = present.health().health();
        Health after = verdict.health().health();
        if (before != after) {
            LOG.log(Level.INFO, "{0}: health {1} -> {2}", present.id(), before.word(), after.word());
            Map<String, String> change = Map.of("from", before.word(), "to", after.word());
            audit.record(ticket.actor(), "health-changed", present.id(), change);
        }
    }

    private HealthRecord health(Connection present, Findings findings, Streak streak, boolean confirmed, Instant now) {
        boolean waiting = present.sheetConfirmedAt() == null;
        Health health =
                HealthRule.after(findings, confirmed, waiting, present.health().health());
        Instant next = new NextVerification(present.id(), settings.interval())
                .after(now, health, streak, findings.entraRefused() && !confirmed);
        Instant healthyAt = health == Health.HEALTHY ? now : present.health().lastHealthyAt();
        return new HealthRecord(health, now, healthyAt, next);
    }

    private static Verification finished(
            Verification running, Findings findings, List<CheckResult> report, Instant now) {
        return new Verification(
                running.id(),
                running.connectionId(),
                running.trigger(),
                findings.mandatoryFailed() ? Verification.Status.FAILED : Verification.Status.PASSED,
                running.startedAt(),
                now,
                report);
    }

    /** A finding about another tenant, application or instance says nothing about the present one. */
    private static boolean sameTarget(Connection before, Connection now) {
        return before.tenant().domain().equals(now.tenant().domain())
                && Objects.equals(before.entraClientId(), now.entraClientId())
                && Objects.equals(origin(before.instance()), origin(now.instance()));
    }

    private static @Nullable String origin(@Nullable Instance instance) {
        return instance == null ? null : instance.origin();
    }
}
