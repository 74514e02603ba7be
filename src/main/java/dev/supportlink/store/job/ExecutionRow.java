package dev.supportlink.store.job;

import dev.supportlink.job.Execution;
import dev.supportlink.job.Job;
import dev.supportlink.job.Tally;
import dev.supportlink.platform.text.Word;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** One execution's row. */
@Entity
@Table(name = "job_execution")
@NullUnmarked
class ExecutionRow {

    @Id
    String id;

    String job;
    String status;

    @Column(name = "started_by")
    String startedBy;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "finished_at")
    Instant finishedAt;

    String counts;

    @Column(name = "batch_id")
    Long batchId;

    String node;

    @Column(name = "lease_until")
    Instant leaseUntil;

    static ExecutionRow of(Execution execution, String node, Instant leaseUntil) {
        ExecutionRow row = new ExecutionRow();
        row.id = execution.id();
        row.job = execution.job().word();
        row.startedBy = execution.startedBy();
        row.startedAt = execution.startedAt();
        row.batchId = execution.batchId();
        row.node = node;
        row.leaseUntil = leaseUntil;
        row.state(execution);
        return row;
    }

    void attach(long batch) {
        batchId = batch;
    }

    void state(Execution execution) {
        status = execution.status().word();
        finishedAt = execution.finishedAt();
        counts = execution.counts().text();
    }

    Execution toExecution() {
        return new Execution(
                id,
                Word.parse(Job.class, job).orElseThrow(),
                Word.parse(Execution.Status.class, status).orElseThrow(),
                startedBy,
                startedAt,
                finishedAt,
                Tally.parse(counts),
                batchId);
    }
}
