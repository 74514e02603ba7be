package dev.supportlink.platform.net;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An address of IPv4 or IPv6, without a zone. Its bits are those of {@code high} and {@code low}, from the highest on; an
 * IPv4 address has 32 of them.
 */
public record IpAddress(boolean v6, long high, long low) {

    private static final long MAPPED = 0xffffL;

    public IpAddress {
        if (!v6 && ((high & 0xffff_ffffL) != 0 || low != 0)) {
            throw new IllegalArgumentException("an IPv4 address has 32 bits");
        }
    }

    /**
     * Reads an address literal; IllegalArgumentException, with a message for a person, for anything else, host names
     * included. An IPv4-mapped IPv6 address is the IPv4 address.
     */
    public static IpAddress parse(String text) {
        return AddressText.parse(text).unmapped();
    }

    /** The same for text that others send; empty for anything else. */
    public static Optional<IpAddress> find(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    public static IpAddress of(InetAddress address) {
        return ofBytes(address.getAddress()).unmapped();
    }

    /** Of the 4 or 16 bytes as they are: a mapped address stays one. */
    public static IpAddress ofBytes(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return switch (bytes.length) {
            case 4 -> new IpAddress(false, (long) buffer.getInt() << 32, 0);
            case 16 -> new IpAddress(true, buffer.getLong(), buffer.getLong());
            default -> throw new IllegalArgumentException("an address has 4 or 16 bytes");
        };
    }

    /** How many bits there are: 32 or 128. */
    public int bits() {
        return v6 ? 128 : 32;
    }

    /** The address with only its first bits, all others zero. */
    IpAddress first(int prefix) {
        return new IpAddress(v6, high & highMask(prefix), low & lowMask(prefix));
    }

    boolean sharesFirst(int prefix, IpAddress other) {
        return v6 == other.v6
                && ((high ^ other.high) & highMask(prefix)) == 0
                && ((low ^ other.low) & lowMask(prefix)) == 0;
    }

    boolean isMapped() {
        return v6 && high == 0 && low >>> 32 == MAPPED;
    }

    IpAddress unmapped() {
        return isMapped() ? new IpAddress(false, low << 32, 0) : this;
    }

    private static long highMask(int prefix) {
        return prefix == 0 ? 0 : -1L << Math.max(0, 64 - prefix);
    }

    private static long lowMask(int prefix) {
        return prefix <= 64 ? 0 : -1L << (128 - prefix);
    }

    /** The shortest usual form, as RFC 5952 says. */
    @Override
    public String toString() {
        return AddressText.format(this);
    }
}
