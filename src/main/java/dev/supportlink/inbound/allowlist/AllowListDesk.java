package dev.supportlink.inbound.allowlist;

import dev.supportlink.audit.AuditTrail;
import dev.supportlink.platform.net.CidrRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Changes the allow list. */
@ApplicationScoped
@Transactional
public class AllowListDesk {

    /** More would make a line of the audit trail that nobody reads. */
    private static final int MOST_TOLD = 50;

    @Inject
    AllowListRepository lists;

    @Inject
    AuditTrail audit;

    @Inject
    Event<AllowListChanged> changes;

    /**
     * The list as it is afterwards; where nothing would change, as it is.
     *
     * @param precondition told the stored revision before anything changes; throws when the caller knew another
     */
    public AllowList change(WantedAllowList wanted, LongConsumer precondition, String actor) {
        AllowList before = lists.lock();
        if (wanted.equalTo(before)) {
            return before;
        }
        precondition.accept(before.revision());
        AllowList after = before.changedTo(wanted);
        lists.replace(after);
        audit.record(actor, "allow-list-changed", null, difference(before, after));
        changes.fire(new AllowListChanged(after));
        return after;
    }

    private static Map<String, String> difference(AllowList before, AllowList after) {
        Map<String, String> detail = new TreeMap<>();
        detail.put("enabled", Boolean.toString(after.enabled()));
        detail.put("enabledBefore", Boolean.toString(before.enabled()));
        tell(detail, "added", without(after, before));
        tell(detail, "removed", without(before, after));
        return detail;
    }

    private static List<CidrRange> without(AllowList one, AllowList other) {
        return one.ranges().stream()
                .filter(range -> !other.ranges().contains(range))
                .toList();
    }

    private static void tell(Map<String, String> detail, String name, List<CidrRange> ranges) {
        String told = ranges.stream().limit(MOST_TOLD).map(CidrRange::toString).collect(Collectors.joining(", "));
        int untold = ranges.size() - MOST_TOLD;
        if (!ranges.isEmpty()) {
            detail.put(name, untold > 0 ? told + " and " + untold + " more" : told);
        }
    }
}
