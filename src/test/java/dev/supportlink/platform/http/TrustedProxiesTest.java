package dev.supportlink.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.platform.net.CidrRange;
import dev.supportlink.platform.net.IpAddress;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {

    private static final TrustedProxies PROXIES =
            new TrustedProxies(Stream.of("10.0.0.0/24", "127.0.0.1", "fd00::/64", "::1")
                    .map(CidrRange::parse)
                    .toList());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "198.51.100.7; 203.0.113.9; 198.51.100.7",
                "10.0.1.1; 203.0.113.9; 10.0.1.1",
                "10.0.0.1; ; 10.0.0.1",
                "10.0.0.1; 203.0.113.9; 203.0.113.9",
                "::1; 203.0.113.9; 203.0.113.9",
                "10.0.0.1; 1.1.1.1, 203.0.113.9; 203.0.113.9",
                "10.0.0.1; 1.1.1.1, 203.0.113.9, 10.0.0.2, 10.0.0.3; 203.0.113.9",
                "10.0.0.1; 10.0.0.2, 10.0.0.3; 10.0.0.2",
                "10.0.0.1; 203.0.113.9:4711; 203.0.113.9",
                "10.0.0.1; [2001:db8::9]:4711; 2001:db8::9",
                "10.0.0.1; [2001:db8::9]; 2001:db8::9",
                "10.0.0.1; 2001:db8::9; 2001:db8::9",
                "10.0.0.1; ::ffff:203.0.113.9; 203.0.113.9",
                "10.0.0.1; 203.0.113.9, ::ffff:10.0.0.2; 203.0.113.9",
                "10.0.0.1;    203.0.113.9   ; 203.0.113.9",
                "fd00::1; 203.0.113.9, [fd00::2]:80; 203.0.113.9",
            })
    void rightMostAddressThatIsNotTrustedIsTheSource(String peer, String forwarded, String source) {
        assertThat(source(peer, forwarded)).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "unknown; 10.0.0.1",
                "203.0.113.9, unknown; 10.0.0.1",
                "203.0.113.9, unknown, 10.0.0.2; 10.0.0.2",
                "203.0.113.9,; 10.0.0.1",
                "203.0.113.9,,10.0.0.2; 10.0.0.2",
                "203.0.113.9, _hidden; 10.0.0.1",
                "203.0.113.9, 010.0.0.2; 10.0.0.1",
                "203.0.113.9, 10.0.0.2/32; 10.0.0.1",
                "203.0.113.9, [10.0.0.2]; 10.0.0.1",
                "203.0.113.9, [fd00::1; 10.0.0.1",
                "203.0.113.9, [fd00::1]x; 10.0.0.1",
                "203.0.113.9, 10.0.0.2:; 10.0.0.1",
                "203.0.113.9, 10.0.0.2:123456; 10.0.0.1",
                "203.0.113.9, fe80::1%eth0; 10.0.0.1",
                "203.0.113.9, '10.0.0.2'x; 10.0.0.1",
                "203.0.113.9, proxy.example.com; 10.0.0.1",
                "203.0.113.9 10.0.0.2; 10.0.0.1",
            })
    void unreadableEntryEndsTheWayAtTheLastGoodAddress(String forwarded, String source) {
        assertThat(source("10.0.0.1", forwarded)).isEqualTo(source);
    }

    @Test
    void linesCountAsOneInTheirOrder() {
        assertThat(source("10.0.0.1", "1.1.1.1", "203.0.113.9", "10.0.0.2, 10.0.0.3"))
                .isEqualTo("203.0.113.9");
        assertThat(source("10.0.0.1", "203.0.113.9", "")).isEqualTo("10.0.0.1");
    }

    @Test
    void wayIsBounded() {
        String longWay = "203.0.113.9" + ", 10.0.0.2".repeat(TrustedProxies.MOST_HOPS);

        assertThat(source("10.0.0.1", longWay)).isEqualTo("10.0.0.2");
        assertThat(source("10.0.0.1", "1".repeat(1_000_000))).isEqualTo("10.0.0.1");
    }

    @Test
    void withoutProxiesThePeerAloneCounts() {
        TrustedProxies none = new TrustedProxies(List.of());

        assertThat(none.source(IpAddress.parse("127.0.0.1"), Collections.enumeration(List.of("203.0.113.9"))))
                .hasToString("127.0.0.1");
    }

    /** What a caller sends stands to the left of what the first trusted proxy adds. */
    @Property(tries = 10_000)
    void callerCannotChangeWhatTheTrustedProxySaw(@ForAll("hostile") List<String> sent) {
        Stream<String> lines = Stream.concat(sent.stream(), Stream.of("203.0.113.9, 10.0.0.2"));

        assertThat(source("10.0.0.1", lines.toArray(String[]::new))).isEqualTo("203.0.113.9");
    }

    @Property(tries = 10_000)
    void strangerAndGarbageNeverFail(@ForAll("hostile") List<String> sent) {
        assertThat(source("198.51.100.7", sent.toArray(String[]::new))).isEqualTo("198.51.100.7");
        assertThat(IpAddress.find(source("10.0.0.1", sent.toArray(String[]::new))))
                .isPresent();
    }

    @Provide
    Arbitrary<List<String>> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "10.0.0.2",
                "127.0.0.1",
                "203.0.113.9",
                "::1",
                "[fd00::1]:80",
                "[",
                "]",
                ":",
                ",",
                ", ",
                " ",
                "%",
                "unknown",
                "010.0.0.1",
                ":80",
                "\u0000",
                "\"",
                "for=10.0.0.2",
                "1e9",
                "\u0661");
        return Arbitraries.oneOf(
                        pieces.list().ofMaxSize(30).map(parts -> String.join("", parts)),
                        Arbitraries.strings().all().ofMaxLength(500))
                .list()
                .ofMaxSize(5);
    }

    private static String source(String peer, String... forwarded) {
        List<String> lines =
                Stream.of(forwarded).map(line -> line == null ? "" : line).toList();
        return PROXIES.source(IpAddress.parse(peer), Collections.enumeration(lines))
                .toString();
    }
}
