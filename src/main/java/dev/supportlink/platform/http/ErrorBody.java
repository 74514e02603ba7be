package dev.supportlink.platform.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error's body: its media type and its members in order, as JSON-ready values; null is written as JSON null.
 */
public record ErrorBody(String mediaType, Map<String, @Nullable Object> members) {

    public ErrorBody {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
}
