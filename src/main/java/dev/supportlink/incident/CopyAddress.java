package dev.supportlink.incident;

/** Where a copy is kept. */
public record CopyAddress(String connectionId, String sysId) {}
