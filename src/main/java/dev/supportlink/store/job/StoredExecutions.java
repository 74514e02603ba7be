package dev.supportlink.store.job;

import dev.supportlink.job.Execution;
import dev.supportlink.job.ExecutionRepository;
import dev.supportlink.job.Job;
import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.store.NewestFirst;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Executions in the database. */
@ApplicationScoped
@Transactional
public class StoredExecutions implements ExecutionRepository {

    private static final String OF_JOB = "select e from ExecutionRow e where e.job = :job ";
    private static final String RUNNING = "and e.status = 'running'";
    private static final String NEWEST_FIRST = " order by e.startedAt desc, e.id desc";

    @PersistenceContext(unitName = "supportlink")
    EntityManager entities;

    @Override
    public void lock(Job job) {
        if (entities.find(JobRow.class, job.word(), LockModeType.PESSIMISTIC_WRITE) == null) {
            throw new IllegalStateException("no row for the job " + job.word() + "; its migration is missing");
        }
    }

    @Override
    public void add(Execution execution, String node, Instant leaseUntil) {
        entities.persist(ExecutionRow.of(execution, node, leaseUntil));
    }

    @Override
    public void attach(String id, long batchId) {
        row(id).ifPresent(row -> row.attach(batchId));
    }

    @Override
    public void end(Execution ended) {
        row(ended.id()).filter(row -> row.finishedAt == null).ifPresent(row -> row.state(ended));
    }

    @Override
    public void remove(String id) {
        row(id).ifPresent(entities::remove);
    }

    @Override
    public List<Execution> running() {
        return entities.createQuery("select e from ExecutionRow e where e.status = 'running'", ExecutionRow.class)
                .getResultStream()
                .map(ExecutionRow::toExecution)
                .toList();
    }

    @Override
    public Optional<Execution> running(Job job) {
        return first(select(job, RUNNING));
    }

    @Override
    public boolean leased(String id, Instant now) {
        return row(id).filter(row -> row.leaseUntil.isAfter(now)).isPresent();
    }

    @Override
    public void renew(String node, Instant until) {
        entities.createQuery(
                        "update ExecutionRow e set e.leaseUntil = :until where e.node = :node and e.status = 'running'")
                .setParameter("until", until)
                .setParameter("node", node)
                .executeUpdate();
    }

    @Override
    public Optional<Execution> find(String id) {
        return Optional.ofNullable(entities.find(ExecutionRow.class, id)).map(ExecutionRow::toExecution);
    }

    @Override
    public Optional<Execution> newest(Job job) {
        return first(select(job, NEWEST_FIRST));
    }

    @Override
    public Slice<Execution> list(Job job, PageRequest page) {
        List<ExecutionRow> rows =
                after(page, job).setMaxResults(page.limit() + 1).getResultList();
        List<ExecutionRow> shown = rows.subList(0, Math.min(rows.size(), page.limit()));
        String next =
                rows.size() > page.limit() ? place(shown.get(shown.size() - 1)).cursor() : null;
        return new Slice<>(shown.stream().map(ExecutionRow::toExecution).toList(), next);
    }

    @Override
    public void keepNewest(Job job, int count) {
        select(job, "and e.status <> 'running'" + NEWEST_FIRST)
                .setFirstResult(count)
                .getResultList()
                .forEach(entities::remove);
    }

    private TypedQuery<ExecutionRow> after(PageRequest page, Job job) {
        if (page.cursor() == null) {
            return select(job, NEWEST_FIRST);
        }
        NewestFirst last = NewestFirst.read(page.cursor());
        return select(job, "and (e.startedAt < :time or e.startedAt = :time and e.id < :id)" + NEWEST_FIRST)
                .setParameter("time", last.time())
                .setParameter("id", last.id());
    }

    private TypedQuery<ExecutionRow> select(Job job, String rest) {
        return entities.createQuery(OF_JOB + rest, ExecutionRow.class).setParameter("job", job.word());
    }

    private Optional<ExecutionRow> row(String id) {
        return Optional.ofNullable(entities.find(ExecutionRow.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Optional<Execution> first(TypedQuery<ExecutionRow> query) {
        return query.setMaxResults(1).getResultStream().findFirst().map(ExecutionRow::toExecution);
    }

    private static NewestFirst place(ExecutionRow row) {
        return new NewestFirst(row.startedAt, row.id);
    }
}
