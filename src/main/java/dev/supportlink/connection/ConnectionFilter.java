package dev.supportlink.connection;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which connections a list shall hold.
 *
 * @param text part of the name or the tenant domain, ignoring case
 * @param ids only these; null for no such limit
 */
public record ConnectionFilter(
        @Nullable Health health,
        @Nullable SetupState setupState,
        @Nullable String text,
        @Nullable Set<String> ids) {

    public static final ConnectionFilter ALL = new ConnectionFilter(null, null, null, null);
}
