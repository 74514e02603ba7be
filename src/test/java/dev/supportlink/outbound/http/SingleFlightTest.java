package dev.supportlink.outbound.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private final SingleFlight<String, Integer> flights = new SingleFlight<>();
    private final AtomicInteger count = new AtomicInteger();

    @Test
    void whoComesDuringAFlightGetsItsResult() throws InterruptedException {
        CountDownLatch inTheAir = new CountDownLatch(1);
        CountDownLatch land = new CountDownLatch(1);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> flights.get("key", () -> {
            inTheAir.countDown();
            await(land);
            return count.incrementAndGet();
        }));
        inTheAir.await();
        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> {
            land.countDown();
            return flights.get("key", count::incrementAndGet);
        });

        assertThat(first.join()).isEqualTo(1);
        assertThat(second.join()).isBetween(1, 2);
    }

    @Test
    void whoComesLaterFliesAgain() {
        assertThat(flights.get("key", count::incrementAndGet)).isEqualTo(1);
        assertThat(flights.get("key", count::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void failureReachesTheCallerAndEndsTheFlight() {
        assertThatThrownBy(() -> flights.get("key", () -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(flights.get("key", count::incrementAndGet)).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
