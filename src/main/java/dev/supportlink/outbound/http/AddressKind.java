package dev.supportlink.outbound.http;

import dev.supportlink.platform.net.CidrRange;
import dev.supportlink.platform.net.IpAddress;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What sort of place an address belongs to, as far as it decides whether the server may call it. */
enum AddressKind {
    PUBLIC,
    PRIVATE,
    LOOPBACK,
    FORBIDDEN;

    // Where clouds hand out credentials; some lie in private or even public ranges (Azure's 168.63.129.16).
    private static final Set<IpAddress> METADATA = Set.of(
            IpAddress.parse("169.254.169.254"),
            IpAddress.parse("168.63.129.16"),
            IpAddress.parse("100.100.100.200"),
            IpAddress.parse("fd00:ec2::254"),
            IpAddress.parse("fd20:ce::254"));

    private static final List<CidrRange> RESERVED = ranges(
            "0.0.0.0/8",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "240.0.0.0/4",
            "100::/64",
            "2001:db8::/32");

    private static final List<CidrRange> INTERNAL =
            ranges("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "198.18.0.0/15", "fc00::/7");

    // The first bits of addresses that carry an IPv4 address, and the byte where it begins.
    private static final CidrRange MAPPED = CidrRange.parse("::/80");
    private static final CidrRange NAT64 = CidrRange.parse("64:ff9b::/96");
    private static final CidrRange NAT64_LOCAL = CidrRange.parse("64:ff9b:1::/48");
    private static final CidrRange SIX_TO_FOUR = CidrRange.parse("2002::/16");
    private static final CidrRange TEREDO = CidrRange.parse("2001::/32");

    /** The kind of an address; one that carries an IPv4 address is as bad as that one. */
    static AddressKind of(InetAddress address) {
        if (METADATA.contains(IpAddress.of(address)) || anyContains(RESERVED, address) || neverUnicast(address)) {
            return FORBIDDEN;
        }
        if (address.isLoopbackAddress()) {
            return LOOPBACK;
        }
        if (address instanceof Inet6Address outer && carriesIpv4(outer)) {
            return ofCarried(outer);
        }
        return anyContains(INTERNAL, address) || address.isSiteLocalAddress() ? PRIVATE : PUBLIC;
    }

    private static boolean neverUnicast(InetAddress address) {
        return address.isAnyLocalAddress() || address.isMulticastAddress() || address.isLinkLocalAddress();
    }

    /** By the bytes as they are: a mapped address must not pass as the address that it carries. */
    private static boolean carriesIpv4(Inet6Address address) {
        IpAddress bytes = IpAddress.ofBytes(address.getAddress());
        return List.of(MAPPED, NAT64, NAT64_LOCAL, SIX_TO_FOUR, TEREDO).stream()
                .anyMatch(range -> range.contains(bytes));
    }

    private static AddressKind ofCarried(Inet6Address outer) {
        // Only NAT64 is a way to reach the public internet; the others have no business in a server's DNS answer.
        return NAT64.contains(outer) && of(lastFourBytes(outer)) == PUBLIC ? PUBLIC : FORBIDDEN;
    }

    private static InetAddress lastFourBytes(Inet6Address outer) {
        try {
            return Inet4Address.getByAddress(Arrays.copyOfRange(outer.getAddress(), 12, 16));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }

    private static boolean anyContains(List<CidrRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<CidrRange> ranges(String... texts) {
        return Arrays.stream(texts).map(CidrRange::parse).toList();
    }
}
