package dev.supportlink.inbound.allowlist;

/** The allow list was changed, in the transaction that is under way. */
public record AllowListChanged(AllowList list) {}
