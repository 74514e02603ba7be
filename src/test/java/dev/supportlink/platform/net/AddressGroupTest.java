package dev.supportlink.platform.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressGroupTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8:1:2::1, 2001:db8:1:2::/64",
        "::1, ::/64",
        "::ffff:203.0.113.7, 203.0.113.7",
        "unknown, unknown",
    })
    void groupsByWhatOnePartyHasAtHand(String address, String group) {
        assertThat(AddressGroup.of(address)).isEqualTo(group);
    }
}
