package dev.supportlink.inbound.allowlist;

import dev.supportlink.platform.net.CidrRange;
import dev.supportlink.platform.net.IpAddress;
import java.util.List;

/**
 * The ranges from which callers are let in.
 *
 * @param revision rises with every change
 * @param enabled while it is not, everybody is let in
 */
public record AllowList(long revision, boolean enabled, List<CidrRange> ranges) {

    public AllowList {
        ranges = List.copyOf(ranges);
    }

    public boolean admits(IpAddress address) {
        return !enabled || names(address);
    }

    /** Whether a range holds the address, be the list on or off. */
    boolean names(IpAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    AllowList changedTo(WantedAllowList wanted) {
        return new AllowList(revision + 1, wanted.enabled(), wanted.ranges());
    }
}
