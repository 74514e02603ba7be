package dev.supportlink.sandbox.instance;

import dev.supportlink.sandbox.http.Request;
import java.util.Optional;

/** Checks the media types of a Table API request; without an Accept header the answer is JSON. */
final class Negotiation {

    private Negotiation() {}

    static void check(Request request) {
        Optional<String> accept = request.header("Accept");
        if (accept.isPresent() && !takesJson(accept.get())) {
            throw new InstanceRefusal(
                    406, "Media Type(s) acceptable to client are not supported by the server", accept.get());
        }
        boolean writes = !request.method().equals("GET") && !request.method().equals("DELETE");
        if (writes && request.header("Content-Type").isEmpty()) {
            throw InstanceRefusal.badRequest("Content-Type header is missing", "");
        }
        if (writes && !request.isJson()) {
            throw new InstanceRefusal(
                    415,
                    "Unsupported Media Type",
                    request.header("Content-Type").orElse(""));
        }
    }

    private static boolean takesJson(String accept) {
        return accept.contains("application/json") || accept.contains("*/*") || accept.contains("application/*");
    }
}
