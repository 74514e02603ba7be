package dev.supportlink.setup.rest;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waits a bounded time for work that goes on by itself when the caller stops waiting. */
@ApplicationScoped
public class PatientAnswer {

    @Resource
    ManagedExecutorService executor;

    /** The result, or empty when the limit has passed; what the work throws comes through. */
    <T> Optional<T> within(Duration limit, Supplier<T> work) {
        Future<T> running = executor.submit(work::get);
        try {
            return Optional.of(running.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException stillRunning) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }
}
