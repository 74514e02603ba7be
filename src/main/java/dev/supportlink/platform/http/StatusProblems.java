package dev.supportlink.platform.http;

import dev.supportlink.platform.problem.Problem;
import dev.supportlink.platform.problem.ProblemType;

/** Problems for errors of which nothing but the status is known, or nothing else may be told. */
final class StatusProblems {

    private StatusProblems() {}

    static Problem of(int status) {
        return switch (status) {
            case 401 -> Problem.of(ProblemType.UNAUTHENTICATED, "This needs a user name and a password.");
            case 403 -> Problem.of(ProblemType.FORBIDDEN, "You may not do this.");
            case 404 -> Problem.of(ProblemType.NOT_FOUND, "There is nothing at this path.");
            case 405 ->
                Problem.of(
                        ProblemType.METHOD_NOT_ALLOWED,
                        "The path exists, but not with this method; see the header Allow.");
            case 406 ->
                Problem.of(ProblemType.NOT_ACCEPTABLE, "This path cannot answer in any media type that Accept names.");
            case 409 -> Problem.of(ProblemType.CONFLICT, "The present state does not allow this.");
            case 412 -> Problem.of(ProblemType.STALE, "The resource is not in the state that the request names.");
            case 413 -> Problem.of(ProblemType.BODY_TOO_LARGE, "The body is larger than this server accepts.");
            case 415 ->
                Problem.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "The body's media type is not accepted here; see the documentation of this path.");
            case 428 -> Problem.of(ProblemType.PRECONDITION_REQUIRED, "This can be changed only with If-Match.");
            case 429 -> Problem.of(ProblemType.THROTTLED, "Too many attempts; try again later.");
            case 503 -> Problem.of(ProblemType.UNAVAILABLE, "The server cannot answer this at the moment.");
            default -> status < 500 ? unclear() : internal();
        };
    }

    static Problem internal() {
        return Problem.of(
                ProblemType.INTERNAL,
                "The server could not do this. The log says more under the request id " + RequestId.current() + ".");
    }

    private static Problem unclear() {
        return Problem.of(ProblemType.BAD_REQUEST, "The path, a parameter or a header has a wrong form.");
    }
}
