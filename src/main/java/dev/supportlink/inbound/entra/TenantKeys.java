package dev.supportlink.inbound.entra;

import dev.supportlink.audit.AuditTrail;
import dev.supportlink.platform.problem.UpstreamException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps the keys of tenants in memory. They are asked for in the background, for one publisher at most once at a time and
 * once in a while; few callers wait for the answer, and not for long. Whoever sends made-up key ids therefore neither
 * makes us hammer Entra ID nor holds our threads, and nobody whose key is known and fresh ever waits.
 */
@ApplicationScoped
class TenantKeys {

    static final int MOST_WAITING = 32;
    static final int MOST_FETCHES = 16;

    private static final System.Logger LOG = System.getLogger(TenantKeys.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ExecutorService executor;

    @Inject
    EntraKeySource source;

    @Inject
    EntraKeySettings settings;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final Semaphore fetches = new Semaphore(MOST_FETCHES);
    private Map<KeyPublisher, KeyShelf> shelves = Map.of();

    @PostConstruct
    void open() {
        int most = settings.kept();
        shelves = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<KeyPublisher, KeyShelf> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * The publisher's keys, fetched anew where that may help to find this one.
     *
     * @param connectionId whose caller sent the token; stands in the log and the audit trail when fetching fails
     */
    Optional<IssuerKeys> keys(KeyPublisher publisher, String keyId, String connectionId) {
        KeyShelf shelf = shelf(publisher);
        shelf.fetchFor(keyId, clock.instant()).ifPresent(fetch -> {
            if (fetch.mine()) {
                start(publisher, shelf, connectionId);
            }
            await(fetch.done());
        });
        return shelf.keys(clock.instant());
    }

    private KeyShelf shelf(KeyPublisher publisher) {
        synchronized (this) {
            return shelves.computeIfAbsent(publisher, unused -> new KeyShelf(settings));
        }
    }

    private void start(KeyPublisher publisher, KeyShelf shelf, String connectionId) {
        boolean started = false;
        try {
            started = fetches.tryAcquire();
            if (started) {
                executor.execute(() -> fetch(publisher, shelf, connectionId));
            }
        } catch (RejectedExecutionException stopping) {
            started = false;
            fetches.release();
            LOG.log(System.Logger.Level.DEBUG, "Keys are not fetched: the server stops", stopping);
        } finally {
            if (!started) {
                shelf.notAsked();
                shelf.done();
            }
        }
    }

    private void fetch(KeyPublisher publisher, KeyShelf shelf, String connectionId) {
        try {
            IssuerKeys fetched = source.fetch(publisher);
            if (shelf.filled(fetched, clock.instant())) {
                LOG.log(System.Logger.Level.INFO, "{0} has current keys of its tenant again", connectionId);
            }
        } catch (UpstreamException failure) {
            if (shelf.failed(clock.instant())) {
                report(publisher, connectionId, failure);
            }
        } finally {
            fetches.release();
            shelf.done();
        }
    }

    /** Once for a whole outage; until it is over nothing new could be said. */
    private void report(KeyPublisher publisher, String connectionId, UpstreamException failure) {
        LOG.log(
                System.Logger.Level.WARNING,
                "{0} cannot get the keys that its callers'' tokens are checked with; known ones go on being used for a"
                        + " while: {1}",
                connectionId,
                failure.getMessage());
        String reason = failure.code().orElse(failure.kind().name().toLowerCase(java.util.Locale.ROOT));
        audit.record(
                "anonymous",
                "entra-keys-not-fetched",
                connectionId,
                Map.of(
                        "tenant", publisher.tenantId(),
                        "version", publisher.version().name().toLowerCase(java.util.Locale.ROOT),
                        "reason", reason));
    }

    private void await(CompletableFuture<Void> done) {
        if (!waiting.tryAcquire()) {
            return;
        }
        try {
            done.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            LOG.log(System.Logger.Level.DEBUG, "A caller waited for keys in vain");
        } catch (ExecutionException neverFails) {
            throw new IllegalStateException(neverFails);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.release();
        }
    }
}
