package dev.supportlink.platform.http;

import jakarta.servlet.ServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The id of the request that the present thread works on: made here for every request, sent back in {@code
 * X-Request-Id}, shown in problems and log lines. An id sent by the caller is not taken over: it could forge log lines.
 */
public final class RequestId {

    /** The answer's header. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final String NONE = "-";
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private RequestId() {}

    /** The present request's id; a hyphen on a thread that works on no request. */
    public static String current() {
        String id = CURRENT.get();
        return id == null ? NONE : id;
    }

    static boolean present() {
        return CURRENT.get() != null;
    }

    /** Ties the request to the present thread; the same request keeps its id when it comes by twice. */
    static void begin(ServletRequest request) {
        Object known = request.getAttribute(ATTRIBUTE);
        String id = known instanceof String text ? text : next();
        request.setAttribute(ATTRIBUTE, id);
        CURRENT.set(id);
    }

    /** Need not be hard to guess, and is made for every request: the secure source is one lock for all threads. */
    private static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    static void end() {
        CURRENT.remove();
    }
}
