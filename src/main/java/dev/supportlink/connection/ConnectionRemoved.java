package dev.supportlink.connection;

/** Fired inside the transaction that removes a connection, before its rows go. */
public record ConnectionRemoved(Connection connection) {}
