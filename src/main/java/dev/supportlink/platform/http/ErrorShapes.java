package dev.supportlink.platform.http;

import dev.supportlink.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The one place that decides which shape an error has: by the request's path. */
@ApplicationScoped
public class ErrorShapes {

    @Inject
    @Any
    Instance<ErrorShape> shapes;

    /** The answer for a problem on a path. */
    public ErrorAnswer answer(Problem problem, String path) {
        ErrorShape shape = shapeFor(path);
        Map<String, String> headers = new LinkedHashMap<>(shape.headers(problem));
        Duration wait = problem.retryAfter();
        if (wait != null) {
            headers.put("Retry-After", Long.toString(wholeSeconds(wait)));
        }
        return ErrorAnswer.of(shape.status(problem), headers, shape.body(problem, path));
    }

    private ErrorShape shapeFor(String path) {
        return shapes.stream()
                .filter(shape -> path.startsWith(shape.pathPrefix()))
                .max(Comparator.comparingInt(shape -> shape.pathPrefix().length()))
                .orElseGet(ProblemShape::new);
    }

    /** Rounded up: a caller that comes back too early is refused again. */
    private static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
