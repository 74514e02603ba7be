package dev.supportlink.platform.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrRangeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/+8",
                "10.0.0.0/08",
                "10.0.0.0/8/8",
                "10.0.0.0/0x8",
                "10.0.0.0/255.0.0.0",
                "10.0.0.0/4294967304",
                " 10.0.0.0/8",
                "10.0.0.0 /8",
                "10.0.0.0/8\n",
                "10.0.0.0\u00a0/8",
                "10.0.0/8",
                "10/8",
                "10.0.0.0.0/8",
                "10..0.0/8",
                "256.1.1.1/32",
                "010.0.0.0/8",
                "10.0.0.00/8",
                "0x0a.0.0.0/8",
                "167772160/8",
                "\u0661\u0660.0.0.0/8",
                "fd00::/129",
                "fd00:::/8",
                "fd00::1::2/128",
                ":fd00::/8",
                "fd00:/8",
                "::12345/128",
                "::g/128",
                "1:2:3:4:5:6:7/128",
                "1:2:3:4:5:6:7:8:9/128",
                "1:2:3:4:5:6:7:8::/128",
                "::ffff:010.0.0.1/128",
                "::1.2.3/128",
                "1.2.3.4::/128",
                "fe80::1%eth0/128",
                "[fd00::]/8",
                "localhost/8",
                "abc.de/8",
                "abc.de",
                "10.0.0.0,11.0.0.0/8"
            })
    void otherTextIsRefusedWithAReason(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CidrRange.parse(text))
                .withMessageMatching("(is|has|must) [^\\n]{10,200}");
    }

    @Test
    void hugeTextIsRefusedWithoutBeingRepeated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CidrRange.parse("1".repeat(1_000_000)))
                .withMessageNotContaining("111");
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3/8, 10.0.0.0/8, 10.1.2.3/32",
        "192.0.2.255/31, 192.0.2.254/31, 192.0.2.255/32",
        "1.0.0.0/0, 0.0.0.0/0, 1.0.0.0/32",
        "2001:db8::1/32, 2001:db8::/32, 2001:db8::1/128",
        "::ffff:10.1.2.3/104, 10.0.0.0/8, 10.1.2.3/32",
    })
    void bitsBehindThePrefixAreRefusedWithWhatWouldBeRight(String text, String range, String single) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CidrRange.parse(text))
                .withMessageContaining(range)
                .withMessageContaining(single);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.0.0.0/8",
        "0.0.0.0/0, 0.0.0.0/0",
        "192.0.2.7, 192.0.2.7/32",
        "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1/128",
        "2001:0db8::/32, 2001:db8::/32",
        "::/0, ::/0",
        "::1, ::1/128",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3/128",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8/128",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0/128",
        "::ffff:192.0.2.7, 192.0.2.7/32",
        "::ffff:c000:207/128, 192.0.2.7/32",
        "::ffff:10.0.0.0/104, 10.0.0.0/8",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221/128",
    })
    void readRangesHaveOneForm(String text, String form) {
        assertThat(CidrRange.parse(text)).hasToString(form);
        assertThat(CidrRange.parse(form)).isEqualTo(CidrRange.parse(text));
    }

    @Test
    void familiesDoNotMix() throws UnknownHostException {
        assertThat(CidrRange.parse("0.0.0.0/0").contains(IpAddress.parse("::1")))
                .isFalse();
        assertThat(CidrRange.parse("::/0").contains(InetAddress.getByName("::ffff:10.0.0.1")))
                .isFalse();
        assertThat(CidrRange.parse("10.0.0.0/8").contains(InetAddress.getByName("::ffff:10.0.0.1")))
                .isTrue();
    }
}
