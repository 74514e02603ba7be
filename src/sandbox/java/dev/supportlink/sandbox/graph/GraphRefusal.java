package dev.supportlink.sandbox.graph;

/** A request the simulated Graph refuses. */
final class GraphRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    GraphRefusal(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static GraphRefusal unauthenticated(String message) {
        return new GraphRefusal(401, "InvalidAuthenticationToken", message);
    }

    static GraphRefusal forbidden() {
        return new GraphRefusal(
                403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    }

    static GraphRefusal badRequest(String message) {
        return new GraphRefusal(400, "Request_BadRequest", message);
    }

    static GraphRefusal notFound(String id) {
        return new GraphRefusal(
                404,
                "Request_ResourceNotFound",
                "Resource '" + id
                        + "' does not exist or one of its queried reference-property objects are not present.");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
