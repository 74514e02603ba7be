package dev.supportlink.inbound.allowlist;

import dev.supportlink.platform.net.CidrRange;
import dev.supportlink.platform.problem.InvalidInput;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an operator wants the list to be. A range that stands there twice is kept once; one that lies in another is kept,
 * because whoever takes the wide one out again means the narrow one to stay.
 */
public record WantedAllowList(boolean enabled, List<CidrRange> ranges) {

    public static final int MOST_RANGES = 500;

    public WantedAllowList {
        if (ranges.size() > MOST_RANGES) {
            throw new InvalidInput("ranges", "must hold at most " + MOST_RANGES + " ranges");
        }
        ranges = List.copyOf(new LinkedHashSet<>(ranges));
        if (enabled && ranges.isEmpty()) {
            throw new InvalidInput(
                    "ranges", "must name at least one range while enabled is true: an empty list would let nobody in");
        }
    }

    /** Whether nothing would change; the order of the ranges means nothing. */
    boolean equalTo(AllowList stored) {
        return enabled == stored.enabled() && Set.copyOf(ranges).equals(Set.copyOf(stored.ranges()));
    }
}
