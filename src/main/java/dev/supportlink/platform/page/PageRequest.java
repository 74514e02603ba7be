package dev.supportlink.platform.page;

import org.jspecify.annotations.Nullable;

/** Which page is wanted: at most {@code limit} items (1 to 200) after {@code cursor}. */
public record PageRequest(int limit, @Nullable String cursor) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT);
        }
    }
}
