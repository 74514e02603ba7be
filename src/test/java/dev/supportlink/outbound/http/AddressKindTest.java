package dev.supportlink.outbound.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressKindTest {

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, PUBLIC",
        "148.139.0.1, PUBLIC",
        "2603:1026:3000::1, PUBLIC",
        "127.0.0.1, LOOPBACK",
        "127.255.0.9, LOOPBACK",
        "::1, LOOPBACK",
        "::ffff:127.0.0.1, LOOPBACK",
        "10.0.0.1, PRIVATE",
        "172.16.0.1, PRIVATE",
        "172.31.255.255, PRIVATE",
        "172.32.0.1, PUBLIC",
        "192.168.1.1, PRIVATE",
        "100.64.0.1, PRIVATE",
        "198.18.0.1, PRIVATE",
        "fd12:3456::1, PRIVATE",
        "fec0::1, PRIVATE",
        "::ffff:10.0.0.1, PRIVATE",
        "0.0.0.0, FORBIDDEN",
        "0.1.2.3, FORBIDDEN",
        "::, FORBIDDEN",
        "169.254.1.1, FORBIDDEN",
        "169.254.169.254, FORBIDDEN",
        "168.63.129.16, FORBIDDEN",
        "100.100.100.200, FORBIDDEN",
        "fd00:ec2::254, FORBIDDEN",
        "fd20:ce::254, FORBIDDEN",
        "fe80::1, FORBIDDEN",
        "224.0.0.1, FORBIDDEN",
        "ff02::1, FORBIDDEN",
        "240.0.0.1, FORBIDDEN",
        "255.255.255.255, FORBIDDEN",
        "192.0.2.1, FORBIDDEN",
        "2001:db8::1, FORBIDDEN",
        "::127.0.0.1, FORBIDDEN",
        "::8.8.8.8, FORBIDDEN",
        "2002:7f00:1::, FORBIDDEN",
        "2001:0:4136:e378::1, FORBIDDEN",
        "64:ff9b::8.8.8.8, PUBLIC",
        "64:ff9b::127.0.0.1, FORBIDDEN",
        "64:ff9b::169.254.169.254, FORBIDDEN",
        "64:ff9b::10.0.0.1, FORBIDDEN",
        "64:ff9b:1::8.8.8.8, FORBIDDEN"
    })
    void addressBelongsToKind(String address, AddressKind kind) throws UnknownHostException {
        assertThat(AddressKind.of(InetAddress.getByName(address))).isEqualTo(kind);
    }
}
