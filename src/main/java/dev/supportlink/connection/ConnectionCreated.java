package dev.supportlink.connection;

/** Fired inside the transaction that stores a new connection. */
public record ConnectionCreated(Connection connection) {}
