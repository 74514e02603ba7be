package dev.supportlink.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GroupingTest {

    private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());

    @Test
    void everyInputGetsItsOwnResultAndIsWorkedOnOnce() throws Exception {
        Grouping<Integer, Integer> squares = new Grouping<>(this::squares);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int number = 0; number < 400; number++) {
            int input = number;
            calls.add(() -> squares.done(input));
        }

        List<Integer> results = inParallel(calls);

        for (int number = 0; number < 400; number++) {
            assertThat(results.get(number)).isEqualTo(number * number);
        }
        assertThat(groups.stream().mapToInt(List::size).sum()).isEqualTo(400);
        assertThat(groups).allMatch(group -> group.size() <= Grouping.MOST_AT_ONCE);
    }

    @Test
    void whoComesWhileWorkIsBeingDoneIsServedTogether() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Grouping<Integer, Integer> squares = new Grouping<>(inputs -> {
            if (inputs.contains(0)) {
                begun.countDown();
                await(goOn);
            }
            return squares(inputs);
        });
        ExecutorService threads = Executors.newFixedThreadPool(9);
        try {
            List<Future<Integer>> results = new ArrayList<>();
            results.add(threads.submit(() -> squares.done(0)));
            await(begun);
            for (int number = 1; number <= 8; number++) {
                int input = number;
                results.add(threads.submit(() -> squares.done(input)));
            }
            while (squares.waiting() < 8) {
                Thread.onSpinWait();
            }
            goOn.countDown();
            for (int number = 0; number <= 8; number++) {
                assertThat(results.get(number).get()).isEqualTo(number * number);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(groups).hasSize(2);
        assertThat(groups.get(1)).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void oneThatFailsTakesNobodyWithIt() throws Exception {
        Grouping<Integer, Integer> squares = new Grouping<>(inputs -> {
            if (inputs.contains(13)) {
                throw new IllegalArgumentException("thirteen");
            }
            return squares(inputs);
        });
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            int input = number % 20;
            calls.add(() -> {
                if (input == 13) {
                    assertThatThrownBy(() -> squares.done(13)).hasMessage("thirteen");
                    return true;
                }
                return squares.done(input) == input * input;
            });
        }

        assertThat(inParallel(calls)).hasSize(100).containsOnly(true);
    }

    /** Else those who wait for it would wait for ever. */
    @Test
    void workThatIsBrokenOffFailsForAllWhoWaitedForIt() throws Exception {
        Grouping<Integer, Integer> broken = new Grouping<>(inputs -> {
            throw new StackOverflowError();
        });
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            int input = number;
            calls.add(() -> {
                assertThatThrownBy(() -> broken.done(input))
                        .isInstanceOfAny(StackOverflowError.class, IllegalStateException.class);
                return true;
            });
        }

        assertThat(inParallel(calls)).hasSize(100);
    }

    /** Without a database each would wait for its time-out, one after the other. */
    @Test
    void whatAllWouldWaitForInVainIsTriedOnceMoreOnly() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicLong time = new AtomicLong();
        Grouping<Integer, Integer> unreachable = new Grouping<>(
                inputs -> {
                    groups.add(inputs);
                    begun.countDown();
                    await(goOn);
                    time.addAndGet(Grouping.PATIENCE.toNanos() + 1);
                    throw new IllegalStateException("no database");
                },
                time::get);
        ExecutorService threads = Executors.newFixedThreadPool(9);
        try {
            List<Future<Integer>> results = new ArrayList<>();
            results.add(threads.submit(() -> unreachable.done(0)));
            await(begun);
            for (int number = 1; number <= 8; number++) {
                int input = number;
                results.add(threads.submit(() -> unreachable.done(input)));
            }
            while (unreachable.waiting() < 8) {
                Thread.onSpinWait();
            }
            goOn.countDown();
            for (Future<Integer> result : results) {
                assertThatThrownBy(result::get).hasRootCauseMessage("no database");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(groups).extracting(List::size).containsExactly(1, 8, 1);
    }

    private List<Integer> squares(List<Integer> inputs) {
        groups.add(List.copyOf(inputs));
        return inputs.stream().map(input -> input * input).toList();
    }

    private static <T> List<T> inParallel(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
