package dev.supportlink.connection;

import org.jspecify.annotations.Nullable;

/**
 * The Microsoft 365 tenant: the domain that was typed, and what it resolved to.
 *
 * @param id the tenant ID, a GUID; null until the domain is resolved
 * @param cloud null until it is given or found out
 */
public record Tenant(
        String domain, @Nullable String id, @Nullable Cloud cloud) {}
