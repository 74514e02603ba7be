package dev.supportlink.outbound.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.supportlink.outbound.testing.MovableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BoundedStreamTest {

    private final MovableClock clock = new MovableClock(Instant.EPOCH);

    @Test
    void bodyWithinTheBoundsPasses() throws IOException {
        assertThat(stream(10).readAllBytes()).hasSize(10);
    }

    @Test
    void oneByteTooManyIsRefused() {
        assertThatExceptionOfType(BoundedStream.AnswerTooLarge.class)
                .isThrownBy(() -> stream(11).readAllBytes());
    }

    @Test
    void bytesReadOneByOneAreCountedToo() throws IOException {
        BoundedStream stream = stream(11);
        stream.readNBytes(9);
        stream.read();

        assertThatExceptionOfType(BoundedStream.AnswerTooLarge.class).isThrownBy(stream::read);
    }

    @Test
    void readingEndsAtTheDeadline() throws IOException {
        BoundedStream stream = stream(10);
        stream.read();
        clock.forward(Duration.ofSeconds(6));

        assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(stream::read);
        assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(stream::readAllBytes);
    }

    private BoundedStream stream(int length) {
        return new BoundedStream(new ByteArrayInputStream(new byte[length]), 10, clock, Instant.EPOCH.plusSeconds(5));
    }
}
