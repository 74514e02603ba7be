package dev.supportlink.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ServiceNowTimeTest {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final long YEAR_0 = -62_167_219_200L;
    private static final long YEAR_12000 = 316_516_118_400L;

    @Test
    void timeIsWrittenToTheSecond() {
        assertThat(ServiceNowTime.format(Instant.parse("2026-03-01T09:05:00.999Z")))
                .isEqualTo("2026-03-01 09:05:00");
        assertThat(ServiceNowTime.format(Instant.parse("0007-12-31T23:59:59Z"))).isEqualTo("0007-12-31 23:59:59");
    }

    @Property(tries = 10_000)
    void everyTimeIsWrittenAsAFormatterDoes(@ForAll @LongRange(min = 2 * YEAR_0, max = YEAR_12000) long second) {
        Instant time = Instant.ofEpochSecond(second);

        assertThat(ServiceNowTime.format(time)).isEqualTo(FORM.format(time));
    }

    @Property(tries = 1_000)
    void whatIsWrittenIsReadBack(@ForAll @LongRange(min = YEAR_0, max = YEAR_12000) long second) {
        Instant time = Instant.ofEpochSecond(second);

        assertThat(ServiceNowTime.parse(ServiceNowTime.format(time))).contains(time);
    }
}
