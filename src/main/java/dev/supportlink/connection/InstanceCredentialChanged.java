package dev.supportlink.connection;

/** Fired inside the transaction that stores another credential for the same instance: waiting work may go on. */
public record InstanceCredentialChanged(String connectionId) {}
