package dev.supportlink.inbound;

import dev.supportlink.platform.text.Word;
import java.util.List;

/**
 * A few rows of one kind that nobody can use any more, held until the transaction ends.
 *
 * @param ids of rows of this kind; empty when others hold every row that was looked at
 * @param last the walk goes on behind it; empty where it begins at the front each time
 */
public record Leftovers(Kind kind, List<String> ids, String last) {

    /** What is left over. */
    public enum Kind implements Word {
        /** Tokens after their end, refresh tokens that were used up included. */
        EXPIRED_TOKENS,
        /** Tokens of a client whose tokens were all revoked. */
        REVOKED_TOKENS,
        EXPIRED_PROBES
    }

    public Leftovers {
        ids = List.copyOf(ids);
    }
}
