package dev.supportlink.outbound.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S",
                "7 | PT7S",
                " 7  | PT7S",
                "2.128 | PT2.128S",
                "999999999 | P1D",
                "Wed, 04 Mar 2026 12:00:30 GMT | PT30S",
                "Wed, 04 Mar 2026 11:00:00 GMT | PT0S",
                "Fri, 04 Mar 2050 12:00:00 GMT | P1D"
            })
    void everyFormIsRead(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, NOON)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "soon", "1e3", "99999999999999", "04 Mar 2026"})
    void otherTextCountsAsMissing(String header) {
        assertThat(RetryAfter.parse(header, NOON)).isEmpty();
    }

    @Test
    void missingHeaderIsNoWait() {
        assertThat(RetryAfter.parse(null, NOON)).isEmpty();
    }
}
