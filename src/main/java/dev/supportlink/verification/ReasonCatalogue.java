package dev.supportlink.verification;

import dev.supportlink.platform.problem.UpstreamException;

/** The closed list of reasons, read from {@code reasons.json} on the class path. */
public interface ReasonCatalogue {

    /** The entry; IllegalArgumentException for an id that is not in the catalogue. */
    Reason reason(String id);

    /**
     * The entry for an outside system's failure: by its code, else by its system and kind ({@code
     * instance-unauthenticated}, {@code entra-unavailable} ...), which always exists.
     */
    Reason explain(UpstreamException failure);
}
