package dev.supportlink.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** A request whose query string everything behind can make a URI of. */
final class CleanRequest extends HttpServletRequestWrapper {

    private final @Nullable String query;

    CleanRequest(HttpServletRequest request) {
        super(request);
        String raw = request.getQueryString();
        query = raw == null ? null : QueryString.escaped(raw);
    }

    @Override
    public @Nullable String getQueryString() {
        return query;
    }
}
