package dev.supportlink.incident.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Attempts deliveries right after the commit that accepted them, with a bounded number of workers on this node. */
@ApplicationScoped
public class PromptDelivery {

    @Resource
    ManagedExecutorService executor;

    @Inject
    DeliveryRunner runner;

    @Inject
    DeliverySettings settings;

    private final AtomicBoolean missed = new AtomicBoolean();
    private Semaphore workers = new Semaphore(0);

    @PostConstruct
    void open() {
        workers = new Semaphore(settings.workers());
    }

    void whenDue(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveriesDue due) {
        missed.set(true);
        start();
    }

    /** Takes up what has become due in the meantime. */
    void lookAround() {
        if (runner.anythingDue()) {
            missed.set(true);
            start();
        }
    }

    private void start() {
        if (missed.get() && workers.tryAcquire()) {
            executor.execute(this::work);
        }
    }

    /** A worker that is about to end may just miss a new delivery; so it looks again after it has made room. */
    private void work() {
        try {
            while (missed.getAndSet(false)) {
                drain();
            }
        } finally {
            workers.release();
        }
        start();
    }

    private void drain() {
        Optional<Claim> claim = runner.claimNext();
        while (claim.isPresent()) {
            runner.finish(claim.get(), runner.attempt(claim.get()));
            claim = runner.claimNext();
        }
    }
}
