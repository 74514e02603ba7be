package dev.supportlink.incident.rest;

import dev.supportlink.platform.http.ErrorBody;
import dev.supportlink.platform.http.ErrorShape;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.Problem;
import dev.supportlink.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Errors of the Table API, in the form in which an instance sends them. */
@ApplicationScoped
public class TableApiErrorShape implements ErrorShape {

    /** The path of a table, or of a record in it, that is not ours. */
    private static final Pattern TABLE =
            Pattern.compile("/api/now(?:/v1|/v2)?/table/(?!incident(?:/|$))([^/]+)(?:/[^/]*)?");

    @Override
    public String pathPrefix() {
        return "/api/now";
    }

    @Override
    public ErrorBody body(Problem problem, String instance) {
        Matcher table = TABLE.matcher(instance);
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        if (isUnknownUri(problem) && table.matches()) {
            error.put("message", "Invalid table " + table.group(1));
            error.put("detail", "Table " + table.group(1) + " does not exist");
        } else {
            error.put("message", message(problem));
            error.put("detail", detail(problem));
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("error", error);
        members.put("status", "failure");
        return new ErrorBody("application/json", members);
    }

    @Override
    public Map<String, String> headers(Problem problem) {
        return problem.type() == ProblemType.UNAUTHENTICATED
                ? Map.of("WWW-Authenticate", "Bearer realm=\"SupportLink\"")
                : Map.of();
    }

    /** To an instance a path that leads nowhere is a bad request; only a record can be missing. */
    @Override
    public int status(Problem problem) {
        return isUnknownUri(problem) ? ProblemType.BAD_REQUEST.status() : problem.status();
    }

    private static boolean isUnknownUri(Problem problem) {
        return problem.type() == ProblemType.NOT_FOUND && problem.extensions().isEmpty();
    }

    private static Object message(Problem problem) {
        Object own = problem.extensions().get(TableApiProblem.MESSAGE);
        return own != null
                ? own
                : switch (problem.type()) {
                    case UNAUTHENTICATED -> "User Not Authenticated";
                    case NOT_FOUND ->
                        isUnknownUri(problem) ? "Requested URI does not represent any resource" : "No Record found";
                    case FORBIDDEN, CONFLICT -> "Operation Failed";
                    case INVALID_INPUT -> "Invalid input";
                    case METHOD_NOT_ALLOWED -> "Method not supported";
                    case NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE -> "Requested media type is not supported";
                    case THROTTLED -> "Rate limit exceeded";
                    default -> problem.type().title();
                };
    }

    private static String detail(Problem problem) {
        return switch (problem.type()) {
            case UNAUTHENTICATED -> "Required to provide Auth information";
            case NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE -> "Send and accept application/json";
            case INVALID_INPUT ->
                problem.errors().stream().map(TableApiErrorShape::sentence).collect(Collectors.joining("; "));
            default -> problem.detail();
        };
    }

    private static String sentence(FieldError error) {
        return error.field() + ": " + error.message();
    }
}
