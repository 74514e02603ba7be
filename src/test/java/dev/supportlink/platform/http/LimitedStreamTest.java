package dev.supportlink.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LimitedStreamTest {

    @Test
    void bodyUpToTheLimitIsRead() throws IOException {
        assertThat(stream(10, 10).readAllBytes()).hasSize(10);
    }

    @Test
    void oneByteMoreIsRefusedHoweverItIsRead() {
        assertThatThrownBy(() -> stream(11, 10).readAllBytes()).isInstanceOf(BodyTooLarge.class);
        assertThatThrownBy(() -> readSingly(stream(11, 10))).isInstanceOf(BodyTooLarge.class);
        assertThatThrownBy(() -> stream(11, 10).skip(11)).isInstanceOf(BodyTooLarge.class);
    }

    private static void readSingly(LimitedStream stream) throws IOException {
        int next = stream.read();
        while (next >= 0) {
            next = stream.read();
        }
    }

    private static LimitedStream stream(int size, long limit) {
        return new LimitedStream(new ByteArrayInputStream(new byte[size]), limit);
    }
}
