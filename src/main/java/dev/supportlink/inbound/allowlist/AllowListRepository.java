package dev.supportlink.inbound.allowlist;

/** Keeps the one allow list, which is there from the start. */
public interface AllowListRepository {

    AllowList read();

    /** The same, and nobody else may change it until the caller's transaction ends. */
    AllowList lock();

    void replace(AllowList changed);
}
