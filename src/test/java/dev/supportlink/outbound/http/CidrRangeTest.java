package dev.supportlink.outbound.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CidrRangeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "fd00::/129",
                "localhost/8",
                "abc.de/8",
                "256.1.1.1/8",
                "/8",
                ""
            })
    void otherTextIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CidrRange.parse(text));
    }

    @Test
    void familiesDoNotMix() {
        assertThat(CidrRange.parse("0.0.0.0/0")
                        .contains(CidrRange.parse("::1/128").network()))
                .isFalse();
    }

    @Property(tries = 300)
    void containsExactlyTheAddressesWithItsFirstBits(
            @ForAll int network, @ForAll int address, @ForAll @IntRange(max = 32) int prefix) {
        int shift = 32 - prefix;
        boolean same = prefix == 0 || network >>> shift == address >>> shift;

        assertThat(new CidrRange(inet(network), prefix).contains(inet(address))).isEqualTo(same);
    }

    private static InetAddress inet(int bits) {
        try {
            return InetAddress.getByAddress(
                    new byte[] {(byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits});
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
