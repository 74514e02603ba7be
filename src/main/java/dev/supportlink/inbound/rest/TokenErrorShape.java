package dev.supportlink.inbound.rest;

import dev.supportlink.platform.http.ErrorBody;
import dev.supportlink.platform.http.ErrorShape;
import dev.supportlink.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** RFC 6749, section 5.2, for everything on the OAuth endpoints' paths that is refused before or after they see it. */
@ApplicationScoped
public class TokenErrorShape implements ErrorShape {

    @Override
    public String pathPrefix() {
        return "/oauth_";
    }

    @Override
    public ErrorBody body(Problem problem, String instance) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("error", code(problem.status()));
        members.put("error_description", problem.detail());
        return new ErrorBody("application/json", members);
    }

    @Override
    public Map<String, String> headers(Problem problem) {
        return Map.of("Cache-Control", "no-store", "Pragma", "no-cache");
    }

    private static String code(int status) {
        return switch (status) {
            case 403 -> "access_denied";
            case 500 -> "server_error";
            case 429, 503 -> "temporarily_unavailable";
            default -> "invalid_request";
        };
    }
}
