package dev.supportlink.verification;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that checks run on: managed ones, but not those of the server's pool. A partition of the job keeps a thread
 * of that pool waiting for checks; were the checks in line behind it for the same threads, the server would stand still.
 */
@ApplicationScoped
public class VerificationThreads {

    private static final int CHECKS_AT_ONCE = 64;
    private static final int WAITING_AT_MOST = 500;

    @Resource
    ManagedThreadFactory factory;

    private final Semaphore places = new Semaphore(WAITING_AT_MOST);
    private ExecutorService checks;

    /** The threads take over the context in which the factory was looked up: the application's, not a caller's. */
    void atStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
        forChecks();
    }

    @PostConstruct
    void open() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                CHECKS_AT_ONCE, CHECKS_AT_ONCE, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), factory);
        pool.allowCoreThreadTimeOut(true);
        checks = pool;
    }

    @PreDestroy
    void close() {
        checks.shutdownNow();
    }

    ExecutorService forChecks() {
        return checks;
    }

    /** A place for a verification in the background; false when too many have one. */
    boolean enter() {
        return places.tryAcquire();
    }

    void leave() {
        places.release();
    }
}
