package dev.supportlink.inbound;

/** Fired inside the transaction that ends tokens of a connection before their time. */
public record TokensEnded(String connectionId) {}
