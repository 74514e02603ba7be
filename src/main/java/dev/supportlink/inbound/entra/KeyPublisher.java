package dev.supportlink.inbound.entra;

import dev.supportlink.connection.Cloud;

/**
 * Whose keys: a tenant publishes one set for each version of its tokens.
 *
 * @param tenantId in lower case
 */
public record KeyPublisher(String tenantId, Cloud cloud, TokenVersion version) {}
