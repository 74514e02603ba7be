package dev.supportlink.inbound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Does what threads ask for at the same moment in one go: whoever comes first does it for all who came while the work
 * before was being done. Worth it where most of the time goes into something that is needed once for all, such as a
 * commit.
 */
final class Grouping<T, R> {

    static final int MOST_AT_ONCE = 50;

    static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final class Piece<T, R> {
        private final T input;
        private @Nullable R result;
        private @Nullable RuntimeException failure;

        Piece(T input) {
            this.input = input;
        }

        boolean isOpen() {
            return result == null && failure == null;
        }
    }

    private final Function<List<T>, List<R>> work;
    private final LongSupplier nanoTime;
    private final Queue<Piece<T, R>> waiting = new ConcurrentLinkedQueue<>();

    /** Fair: else a thread that has just finished would come in again before those that wait, alone. */
    private final ReentrantLock turn = new ReentrantLock(true);

    /** @param work answers as many results as it is given inputs, in the same order; or fails for all of them */
    Grouping(Function<List<T>, List<R>> work) {
        this(work, System::nanoTime);
    }

    Grouping(Function<List<T>, List<R>> work, LongSupplier nanoTime) {
        this.work = work;
        this.nanoTime = nanoTime;
    }

    /** The result for this input; what the work throws comes to those alone whose input it fails for by itself. */
    R done(T input) {
        Piece<T, R> mine = new Piece<>(input);
        waiting.add(mine);
        turn.lock();
        try {
            while (mine.isOpen()) {
                whole(next());
            }
        } finally {
            turn.unlock();
        }
        if (mine.result == null) {
            throw Objects.requireNonNull(mine.failure);
        }
        return mine.result;
    }

    /** How many inputs nobody works on yet. */
    int waiting() {
        return waiting.size();
    }

    private List<Piece<T, R>> next() {
        List<Piece<T, R>> pieces = new ArrayList<>();
        for (Piece<T, R> piece = waiting.poll(); piece != null; piece = waiting.poll()) {
            pieces.add(piece);
            if (pieces.size() == MOST_AT_ONCE) {
                break;
            }
        }
        return pieces;
    }

    /** Whatever happens, nobody is left who waits for work that nobody does any more. */
    private void whole(List<Piece<T, R>> pieces) {
        try {
            together(pieces);
        } finally {
            pieces.stream()
                    .filter(Piece::isOpen)
                    .forEach(piece -> piece.failure = new IllegalStateException("The work was broken off"));
        }
    }

    private void together(List<Piece<T, R>> pieces) {
        try {
            finish(pieces);
        } catch (RuntimeException failure) {
            if (pieces.size() == 1) {
                pieces.get(0).failure = failure;
            } else {
                oneByOne(pieces);
            }
        }
    }

    /** One that fails at once fails for its own reason. One that first waited has met what all others would wait for. */
    private void oneByOne(List<Piece<T, R>> pieces) {
        RuntimeException common = null;
        for (Piece<T, R> piece : pieces) {
            if (common != null) {
                piece.failure = common;
            } else {
                long begun = nanoTime.getAsLong();
                together(List.of(piece));
                common = nanoTime.getAsLong() - begun > PATIENCE.toNanos() ? piece.failure : null;
            }
        }
    }

    private void finish(List<Piece<T, R>> pieces) {
        List<R> results = work.apply(pieces.stream().map(piece -> piece.input).toList());
        for (int place = 0; place < pieces.size(); place++) {
            pieces.get(place).result = results.get(place);
        }
    }
}
