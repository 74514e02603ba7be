package dev.supportlink.platform.problem;

import dev.supportlink.platform.text.Word;
import java.net.URI;

/** Every kind of problem the admin API can answer with (RFC 9457): its stable type, status and title. */
public enum ProblemType implements Word {
    INVALID_INPUT(400, "The input is not valid"),
    UNREADABLE_BODY(400, "The body cannot be read"),
    BAD_REQUEST(400, "The request cannot be understood"),
    UNAUTHENTICATED(401, "Sign in first"),
    SESSION_ENDED(401, "The session has ended"),
    FORBIDDEN(403, "Not allowed"),
    CROSS_SITE(403, "Requests from another site are refused"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "This method is not allowed here"),
    NOT_ACCEPTABLE(406, "No acceptable media type"),
    CONFLICT(409, "In conflict with the present state"),
    STALE(412, "The resource has changed since it was read"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "This media type is not accepted"),
    REFUSED_OUTSIDE(422, "An outside system refused the value"),
    PRECONDITION_REQUIRED(428, "If-Match is required"),
    THROTTLED(429, "Too many failed attempts"),
    INTERNAL(500, "Something went wrong here"),
    UNREACHABLE_OUTSIDE(503, "An outside system cannot be reached"),
    UNAVAILABLE(503, "Not available at the moment");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** One short sentence, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The stable identifier of RFC 9457. */
    public URI uri() {
        return URI.create("urn:supportlink:problem:" + word());
    }
}
