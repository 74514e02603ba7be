package dev.supportlink.platform.net;

import java.net.InetAddress;
import java.util.regex.Pattern;

/**
 * A range of addresses such as {@code 10.0.0.0/8} or {@code fd00::/8}. One of IPv6 holds no IPv4 address: IPv4-mapped
 * forms are read as IPv4 wherever they are met.
 */
public record CidrRange(IpAddress network, int prefix) {

    private static final int LONGEST = 49;
    private static final int MAPPED_BITS = 96;
    private static final Pattern PREFIX = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final String EXAMPLES = "such as 10.0.0.0/8, 2001:db8::/32 or 192.0.2.7";

    public CidrRange {
        if (prefix < 0 || prefix > network.bits()) {
            throw new IllegalArgumentException(
                    "has a prefix that is no number from 0 to " + network.bits() + ", the length of its address");
        }
        if (!network.equals(network.first(prefix))) {
            throw new IllegalArgumentException("has bits set behind its prefix; write " + network.first(prefix) + "/"
                    + prefix + " for the range, or " + network + "/" + network.bits() + " for the one address");
        }
    }

    /**
     * Reads {@code <address>/<prefix>}, or an address for the range of this one; IllegalArgumentException, with a message
     * that goes on after the text's name, for anything else, host names included.
     */
    public static CidrRange parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("is too long to be an address range " + EXAMPLES);
        }
        if (text.isBlank() || text.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("must be an address range without spaces, " + EXAMPLES);
        }
        int slash = text.indexOf('/');
        IpAddress network = AddressText.parse(slash < 0 ? text : text.substring(0, slash));
        int prefix = slash < 0 ? network.bits() : prefix(text.substring(slash + 1));
        return network.isMapped() && prefix >= MAPPED_BITS
                ? new CidrRange(network.unmapped(), prefix - MAPPED_BITS)
                : new CidrRange(network, prefix);
    }

    /** The range that holds this address only. */
    public static CidrRange only(IpAddress address) {
        return new CidrRange(address, address.bits());
    }

    public boolean contains(IpAddress address) {
        return network.sharesFirst(prefix, address);
    }

    public boolean contains(InetAddress address) {
        return contains(IpAddress.of(address));
    }

    @Override
    public String toString() {
        return network + "/" + prefix;
    }

    private static int prefix(String text) {
        return PREFIX.matcher(text).matches() ? Integer.parseInt(text) : -1;
    }
}
