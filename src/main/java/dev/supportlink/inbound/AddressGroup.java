package dev.supportlink.inbound;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Addresses that one party has at hand: a single one in IPv4, a network of 64 bits in IPv6. */
final class AddressGroup {

    private static final int NETWORK_BYTES = 8;

    private AddressGroup() {}

    /** The group's name; the text itself where it is no address. */
    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            return network(InetAddress.getByName(address));
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }

    private static String network(InetAddress address) throws UnknownHostException {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
    }
}
