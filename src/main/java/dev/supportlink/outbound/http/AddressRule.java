package dev.supportlink.outbound.http;

import java.net.URI;

/** Says whether a URL may be called. */
public interface AddressRule {

    /**
     * Returns when it may be called at this moment; else throws UpstreamException with code {@code dns} or {@code
     * address-not-allowed}.
     *
     * @param system the outside system that the exception names
     */
    void check(String system, URI target);
}
