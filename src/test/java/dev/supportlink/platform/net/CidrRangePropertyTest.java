package dev.supportlink.platform.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Ranges and addresses against plain arithmetic with big numbers, and against text made to hurt. */
class CidrRangePropertyTest {

    /** An address of either family as a number. */
    record Number(BigInteger bits, int length) {

        IpAddress address() {
            return IpAddress.ofBytes(bytes());
        }

        byte[] bytes() {
            byte[] bytes = new byte[length / 8];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = bits.shiftRight(length - 8 - 8 * i).byteValue();
            }
            return bytes;
        }

        BigInteger first(int prefix) {
            return bits.shiftRight(length - prefix);
        }

        Number masked(int prefix) {
            return new Number(first(prefix).shiftLeft(length - prefix), length);
        }

        boolean mapped() {
            return length == 128 && first(96).equals(BigInteger.valueOf(0xffff));
        }

        String jvmText() {
            try {
                return InetAddress.getByAddress(bytes()).getHostAddress();
            } catch (UnknownHostException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    /** A range, and an address that is often near its edges. */
    record Trial(Number network, int prefix, Number address) {}

    @Property(tries = 10_000)
    void containsExactlyTheAddressesWithItsFirstBits(@ForAll("trials") Trial trial) {
        CidrRange range = new CidrRange(trial.network().masked(trial.prefix()).address(), trial.prefix());
        boolean inside = trial.network().length() == trial.address().length()
                && trial.network().first(trial.prefix()).equals(trial.address().first(trial.prefix()));

        assertThat(range.contains(trial.address().address())).isEqualTo(inside);
    }

    @Property(tries = 10_000)
    void bitsBehindThePrefixAreRefusedAndNothingElse(@ForAll("trials") Trial trial) {
        Number network = trial.network();
        boolean clean = network.masked(trial.prefix()).equals(network);
        String text = network.address() + "/" + trial.prefix();

        if (clean) {
            assertThat(CidrRange.parse(text).contains(IpAddress.of(inet(network))))
                    .isTrue();
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CidrRange.parse(text))
                    .withMessageContaining("behind its prefix");
        }
    }

    @Property(tries = 10_000)
    void everyAddressSurvivesItsTextAndTheJvmReadsItAlike(@ForAll("addresses") Number number)
            throws UnknownHostException {
        IpAddress address = IpAddress.of(inet(number));

        assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
        assertThat(IpAddress.parse(number.jvmText())).isEqualTo(address);
        assertThat(InetAddress.getByName(address.toString())).isEqualTo(inet(number));
        assertThat(address.v6()).isEqualTo(number.length() == 128 && !number.mapped());
    }

    @Property(tries = 10_000)
    void hostileTextIsARangeOfOneFormOrRefusedWithAReason(@ForAll("hostile") String text) {
        try {
            CidrRange range = CidrRange.parse(text);
            assertThat(CidrRange.parse(range.toString())).isEqualTo(range);
            assertThat(range.contains(range.network())).isTrue();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageMatching("(is|has|must) [^\\n]{10,200}");
        }
    }

    @Provide
    Arbitrary<Number> addresses() {
        return Arbitraries.oneOf(v4(), v6(), mapped());
    }

    @Provide
    Arbitrary<Trial> trials() {
        Arbitrary<Trial> near = addresses()
                .flatMap(network -> Combinators.combine(
                                Arbitraries.integers().between(0, network.length()),
                                Arbitraries.integers().between(0, network.length() - 1))
                        .as((prefix, bit) -> new Trial(
                                network, prefix, new Number(network.bits().flipBit(bit), network.length()))));
        Arbitrary<Trial> clean =
                near.map(trial -> new Trial(trial.network().masked(trial.prefix()), trial.prefix(), trial.network()));
        Arbitrary<Trial> far = Combinators.combine(near, addresses())
                .as((trial, address) -> new Trial(trial.network(), trial.prefix(), address));
        return Arbitraries.oneOf(near, clean, far);
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "10",
                "0",
                "255",
                "256",
                "010",
                "0x1",
                "ffff",
                "db8",
                "12345",
                ".",
                "::",
                ":",
                "/",
                "8",
                "32",
                "128",
                "-1",
                "%",
                "%eth0",
                " ",
                "\n",
                "\t",
                "\u0000",
                "\u0661",
                "[",
                "]",
                ",",
                "localhost",
                "1.2.3.4",
                "::ffff:",
                "2001:db8::");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(14).map(parts -> String.join("", parts)),
                Arbitraries.strings().withChars("0123456789abcdefABCDEF.:/%").ofMaxLength(60),
                Arbitraries.strings().all().ofMaxLength(2000));
    }

    private static Arbitrary<Number> v4() {
        return bits(32).map(bits -> new Number(bits, 32));
    }

    /** With rows of zeros and ones, because that is where short forms and masks go wrong. */
    private static Arbitrary<Number> v6() {
        return Combinators.combine(
                        bits(128),
                        Arbitraries.integers().between(0, 128),
                        Arbitraries.integers().between(0, 128))
                .as((bits, left, right) -> new Number(
                        bits.shiftRight(left).shiftRight(right).shiftLeft(right).mod(BigInteger.ONE.shiftLeft(128)),
                        128));
    }

    private static Arbitrary<Number> mapped() {
        return bits(32).map(
                        bits -> new Number(bits.or(BigInteger.valueOf(0xffff).shiftLeft(32)), 128));
    }

    private static Arbitrary<BigInteger> bits(int length) {
        return Arbitraries.bigIntegers()
                .between(BigInteger.ZERO, BigInteger.ONE.shiftLeft(length).subtract(BigInteger.ONE));
    }

    private static InetAddress inet(Number number) {
        try {
            return InetAddress.getByAddress(number.bytes());
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
