package dev.supportlink.outbound.testing;

import dev.supportlink.platform.problem.UpstreamException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Lets many threads do the same at the same moment. */
public final class Together {

    private Together() {}

    /** What became of each call: empty where it succeeded, else its failure. */
    public static List<Optional<UpstreamException>> call(int threads, Runnable call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        Callable<Optional<UpstreamException>> task = () -> {
            start.await();
            return outcome(call);
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            return collected(pool.invokeAll(
                    IntStream.range(0, threads).mapToObj(each -> task).toList()));
        } finally {
            pool.shutdownNow();
        }
    }

    private static Optional<UpstreamException> outcome(Runnable call) {
        try {
            call.run();
            return Optional.empty();
        } catch (UpstreamException failure) {
            return Optional.of(failure);
        }
    }

    private static <T> List<T> collected(List<Future<T>> futures) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
