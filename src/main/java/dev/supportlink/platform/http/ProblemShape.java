package dev.supportlink.platform.http;

import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Problem details (RFC 9457): the shape of the admin API and of every path that has no shape of its own. */
@ApplicationScoped
public class ProblemShape implements ErrorShape {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String CHALLENGE = "WWW-Authenticate";

    @Override
    public String pathPrefix() {
        return "/";
    }

    @Override
    public ErrorBody body(Problem problem, String instance) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("type", problem.type().uri().toString());
        members.put("title", problem.type().title());
        members.put("status", problem.status());
        members.put("detail", problem.detail());
        members.put("instance", instance);
        if (!problem.errors().isEmpty()) {
            members.put(
                    "errors",
                    problem.errors().stream().map(ProblemShape::members).toList());
        }
        problem.extensions().forEach(members::putIfAbsent);
        members.put("requestId", RequestId.current());
        return new ErrorBody(MEDIA_TYPE, members);
    }

    @Override
    public Map<String, String> headers(Problem problem) {
        return switch (problem.type()) {
            case UNAUTHENTICATED -> Map.of(CHALLENGE, "Basic realm=\"SupportLink\", charset=\"UTF-8\"");
            // A browser that is asked for Basic shows a dialog of its own, which nobody with a link can answer.
            case SESSION_ENDED -> Map.of(CHALLENGE, "Session realm=\"SupportLink\"");
            default -> Map.of();
        };
    }

    private static Map<String, String> members(FieldError error) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("field", error.field());
        members.put("message", error.message());
        return members;
    }
}
