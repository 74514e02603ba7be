package dev.supportlink.platform.http;

import dev.supportlink.platform.problem.Problem;
import java.util.Map;

/**
 * How errors look on the wire below some path. Every implementation is a CDI bean and is found by itself; the one whose
 * prefix is the longest that fits the request's path is used, for the application's own errors and for the container's
 * alike. A path that no shape fits gets RFC 9457 problem details.
 */
public interface ErrorShape {

    /** The beginning of the paths that it is for, such as {@code /api/now}. */
    String pathPrefix();

    /**
     * The answer's body.
     *
     * @param instance the request's path
     */
    ErrorBody body(Problem problem, String instance);

    /** More headers than {@code Retry-After}, which is always sent where the problem says so; none by default. */
    default Map<String, String> headers(Problem problem) {
        return Map.of();
    }

    /** The status to answer with: the problem's own, unless this protocol wants another. */
    default int status(Problem problem) {
        return problem.status();
    }
}
