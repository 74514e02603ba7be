package dev.supportlink.platform.http;

import dev.supportlink.platform.problem.Problem;
import dev.supportlink.platform.problem.ProblemType;
import dev.supportlink.platform.problem.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An outside system refused (422) or cannot be reached at the moment (503). */
@Provider
@ApplicationScoped
public class UpstreamExceptionMapper implements ExceptionMapper<UpstreamException> {

    private static final System.Logger LOG = System.getLogger(UpstreamExceptionMapper.class.getName());

    @Inject
    Problems problems;

    @Override
    public Response toResponse(UpstreamException failure) {
        LOG.log(System.Logger.Level.WARNING, "{0}: {1}: {2}", failure.system(), failure.kind(), failure.getMessage());
        return problems.respond(problemOf(failure));
    }

    static Problem problemOf(UpstreamException failure) {
        ProblemType type = failure.kind().passing() ? ProblemType.UNREACHABLE_OUTSIDE : ProblemType.REFUSED_OUTSIDE;
        String detail = failure.getMessage() == null ? type.title() : failure.getMessage();
        return new Problem(
                type,
                detail,
                List.of(),
                extensions(failure),
                failure.retryAfter().orElse(null));
    }

    private static Map<String, Object> extensions(UpstreamException failure) {
        return Stream.concat(
                        Stream.of(Map.entry("system", failure.system())),
                        failure.code().map(code -> Map.entry("reason", code)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
