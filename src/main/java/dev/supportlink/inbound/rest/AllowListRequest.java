package dev.supportlink.inbound.rest;

import dev.supportlink.inbound.allowlist.WantedAllowList;
import dev.supportlink.platform.net.CidrRange;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The allow list as it is sent.
 *
 * @param lastNetworkCheck ignored: whoever changes what was read may send it back whole
 */
public record AllowListRequest(
        boolean enabled, List<String> ranges, @Nullable Object lastNetworkCheck) {

    WantedAllowList toWanted() {
        if (ranges.size() > WantedAllowList.MOST_RANGES) {
            throw new InvalidInput("ranges", "must hold at most " + WantedAllowList.MOST_RANGES + " ranges");
        }
        List<FieldError> errors = new ArrayList<>();
        List<CidrRange> read = new ArrayList<>();
        for (int i = 0; i < ranges.size(); i++) {
            try {
                read.add(CidrRange.parse(ranges.get(i)));
            } catch (IllegalArgumentException wrong) {
                errors.add(new FieldError("ranges[" + i + "]", String.valueOf(wrong.getMessage())));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return new WantedAllowList(enabled, read);
    }
}
