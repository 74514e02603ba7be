package dev.supportlink.platform.net;

/** Addresses that one party has at hand: a single one in IPv4, a network of 64 bits in IPv6. */
public final class AddressGroup {

    private static final int NETWORK_BITS = 64;

    private AddressGroup() {}

    /** The group's name; the text itself where it is no address. */
    public static String of(String address) {
        return IpAddress.find(address).map(AddressGroup::nameOf).orElse(address);
    }

    private static String nameOf(IpAddress address) {
        return address.v6() ? address.first(NETWORK_BITS) + "/" + NETWORK_BITS : address.toString();
    }
}
