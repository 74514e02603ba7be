package dev.supportlink.inbound.allowlist;

import dev.supportlink.platform.net.IpAddress;
import dev.supportlink.platform.text.Word;
import java.util.List;

/**
 * What came of looking up a host.
 *
 * @param addresses empty unless it was found
 */
public record LookedUp(Outcome outcome, List<IpAddress> addresses) {

    /** Whether there is an answer, and which. */
    public enum Outcome implements Word {
        FOUND,
        NO_SUCH_HOST,
        /** No name server answered in time, so nobody knows. */
        NO_ANSWER
    }

    public LookedUp {
        addresses = List.copyOf(addresses);
    }

    public static LookedUp found(List<IpAddress> addresses) {
        return new LookedUp(Outcome.FOUND, addresses);
    }

    public static LookedUp without(Outcome why) {
        return new LookedUp(why, List.of());
    }
}
