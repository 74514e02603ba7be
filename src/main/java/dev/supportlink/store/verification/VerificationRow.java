package dev.supportlink.store.verification;

import dev.supportlink.platform.text.Word;
import dev.supportlink.verification.Lease;
import dev.supportlink.verification.Streak;
import dev.supportlink.verification.Trigger;
import dev.supportlink.verification.Verification;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** One verification's row. */
@Entity
@Table(name = "verification")
@NullUnmarked
class VerificationRow {

    @Id
    String id;

    @Column(name = "connection_id")
    String connectionId;

    String cause;
    String status;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "finished_at")
    Instant finishedAt;

    String report;

    @Column(name = "lease_owner")
    String leaseOwner;

    @Column(name = "lease_until")
    Instant leaseUntil;

    @Column(name = "entra_refused_since")
    Instant entraRefusedSince;

    @Column(name = "unreachable_runs")
    int unreachableRuns;

    static VerificationRow of(Verification verification) {
        VerificationRow row = new VerificationRow();
        row.id = verification.id();
        row.connectionId = verification.connectionId();
        row.cause = verification.trigger().name();
        row.startedAt = verification.startedAt();
        row.state(verification);
        return row;
    }

    void lease(Lease lease) {
        leaseOwner = lease.owner();
        leaseUntil = lease.until();
    }

    void finish(Verification finished, Streak streak) {
        state(finished);
        leaseOwner = null;
        leaseUntil = null;
        entraRefusedSince = streak.entraRefusedSince();
        unreachableRuns = streak.unreachableRuns();
    }

    boolean ownedBy(String owner) {
        return owner.equals(leaseOwner);
    }

    Streak streak() {
        return new Streak(entraRefusedSince, unreachableRuns);
    }

    Verification toVerification() {
        return new Verification(
                id,
                connectionId,
                Trigger.valueOf(cause),
                Word.parse(Verification.Status.class, status).orElseThrow(),
                startedAt,
                finishedAt,
                ReportJson.read(report));
    }

    private void state(Verification verification) {
        status = verification.status().word();
        finishedAt = verification.finishedAt();
        report = ReportJson.write(verification.checks());
    }
}
