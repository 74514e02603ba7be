package dev.supportlink.inbound;

/**
 * A well-formed request for a token.
 *
 * @param address where it came from, for counting failures
 */
public record TokenOrder(ClientCredentials client, TokenGrant grant, String address) {}
