package dev.supportlink.platform.http;

import dev.supportlink.platform.net.CidrRange;
import dev.supportlink.platform.net.IpAddress;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;

/**
 * The proxies whose word about where a request came from is taken. Each proxy adds the address it saw at the right end of
 * {@code X-Forwarded-For}; whatever stands to the left of the first address that is no trusted proxy's, anybody may have
 * made up.
 */
record TrustedProxies(List<CidrRange> ranges) {

    /** More proxies than anybody has in a row. */
    static final int MOST_HOPS = 20;

    /** Of an address in brackets with a port. */
    private static final int LONGEST_ENTRY = 64;

    TrustedProxies {
        ranges = List.copyOf(ranges);
    }

    /**
     * Where a request came from. Goes through the entries from the right for as long as the address at hand is a trusted
     * proxy's; an entry that is no address ends the way, and the last address that could be read counts.
     *
     * @param forwarded the lines of {@code X-Forwarded-For}, in the order in which they were sent
     */
    IpAddress source(IpAddress peer, Enumeration<String> forwarded) {
        if (!trusted(peer)) {
            return peer;
        }
        Entries entries = new Entries(forwarded);
        IpAddress nearest = peer;
        for (int hop = 0; hop < MOST_HOPS && trusted(nearest); hop++) {
            Optional<IpAddress> next = entries.next().flatMap(TrustedProxies::address);
            if (next.isEmpty()) {
                return nearest;
            }
            nearest = next.get();
        }
        return nearest;
    }

    private boolean trusted(IpAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    /** Some proxies write the port, too: {@code 192.0.2.7:4711}, {@code [2001:db8::1]:4711}. */
    private static Optional<IpAddress> address(String entry) {
        if (entry.startsWith("[")) {
            int end = entry.indexOf(']');
            return end > 0 && isPort(entry.substring(end + 1)) ? v6(entry.substring(1, end)) : Optional.empty();
        }
        int colon = entry.indexOf(':');
        boolean oneColon = colon >= 0 && colon == entry.lastIndexOf(':');
        if (!oneColon) {
            return IpAddress.find(entry);
        }
        return isPort(entry.substring(colon)) ? IpAddress.find(entry.substring(0, colon)) : Optional.empty();
    }

    private static Optional<IpAddress> v6(String text) {
        return text.indexOf(':') < 0 ? Optional.empty() : IpAddress.find(text);
    }

    private static boolean isPort(String text) {
        return text.isEmpty() || text.matches(":[0-9]{1,5}");
    }

    /** The entries of all lines from the right, without taking apart more of a long line than is looked at. */
    private static final class Entries {

        private final List<String> lines = new ArrayList<>();

        Entries(Enumeration<String> forwarded) {
            while (forwarded.hasMoreElements()) {
                lines.add(forwarded.nextElement());
            }
        }

        Optional<String> next() {
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            String line = lines.remove(lines.size() - 1);
            int comma = line.lastIndexOf(',');
            if (comma >= 0) {
                lines.add(line.substring(0, comma));
            }
            String entry = line.substring(comma + 1);
            return entry.length() > LONGEST_ENTRY ? Optional.empty() : Optional.of(entry.strip());
        }
    }
}
