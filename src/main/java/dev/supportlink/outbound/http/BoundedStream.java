package dev.supportlink.outbound.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Instant;

/** A body that may neither be larger nor take longer than allowed, however slowly its bytes trickle. */
final class BoundedStream extends FilterInputStream {

    private final long limit;
    private final Clock clock;
    private final Instant deadline;
    private long count;

    BoundedStream(InputStream body, long limit, Clock clock, Instant deadline) {
        super(body);
        this.limit = limit;
        this.clock = clock;
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        checkDeadline();
        int next = super.read();
        if (next >= 0) {
            count(1);
        }
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        checkDeadline();
        int got = super.read(into, offset, length);
        if (got > 0) {
            count(got);
        }
        return got;
    }

    @Override
    public long skip(long wanted) {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int bytes) throws AnswerTooLarge {
        count += bytes;
        if (count > limit) {
            throw new AnswerTooLarge();
        }
    }

    private void checkDeadline() throws InterruptedIOException {
        if (clock.instant().isAfter(deadline)) {
            throw new InterruptedIOException("The answer took too long.");
        }
    }

    /** The other side sent more than is read. */
    static final class AnswerTooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
