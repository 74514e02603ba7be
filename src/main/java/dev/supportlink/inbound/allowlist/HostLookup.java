package dev.supportlink.inbound.allowlist;

/** Asks name servers; an outside system like any other. */
@FunctionalInterface
public interface HostLookup {

    /** The addresses of a host, in order and bounded in number; answers within the time set for it. */
    LookedUp lookUp(String host);
}
