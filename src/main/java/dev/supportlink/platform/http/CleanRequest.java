package dev.supportlink.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request with a query string, one that everything behind can make a URI of. */
final class CleanRequest extends HttpServletRequestWrapper {

    private final String query;

    CleanRequest(HttpServletRequest request) {
        super(request);
        query = QueryString.escaped(request.getQueryString());
    }

    @Override
    public String getQueryString() {
        return query;
    }
}
