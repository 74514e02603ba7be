package dev.supportlink.store.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class StampsTest {

    @Property(tries = 10_000)
    void whatIsWrittenIsReadBack(@ForAll @LongRange(min = 0, max = 253_402_300_799L) long second) {
        Instant time = Instant.ofEpochSecond(second);

        assertThat(Stamps.read(Stamps.write(time))).isEqualTo(time);
    }
}
