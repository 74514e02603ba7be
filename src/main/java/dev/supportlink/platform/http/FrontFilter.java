package dev.supportlink.platform.http;

import dev.supportlink.platform.problem.Problem;
import dev.supportlink.platform.problem.ProblemType;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The first thing a request meets: it gets its headers, and is refused when it has no business here. */
public class FrontFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String PAGE_METHODS = "GET, HEAD, OPTIONS";
    private static final String API_METHODS = "GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE";

    @Inject
    transient SecurityHeaders headers;

    @Inject
    transient CrossSite crossSite;

    @Inject
    transient ErrorShapes shapes;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        headers.apply(request, response);
        Optional<Problem> refusal = refusal(request);
        if (refusal.isPresent()) {
            refuse(request, response, refusal.get());
        } else {
            chain.doFilter(request.getQueryString() == null ? request : new CleanRequest(request), response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (problem.type() == ProblemType.METHOD_NOT_ALLOWED) {
            response.setHeader("Allow", isPage(RequestPath.of(request)) ? PAGE_METHODS : API_METHODS);
        }
        shapes.answer(problem, request.getRequestURI()).send(request, response);
    }

    private Optional<Problem> refusal(HttpServletRequest request) {
        if (isTrace(request) || (isPage(RequestPath.of(request)) && !PAGE_METHODS.contains(request.getMethod()))) {
            return Optional.of(StatusProblems.of(HttpServletResponse.SC_METHOD_NOT_ALLOWED));
        }
        return RequestSyntax.fault(request).or(() -> crossSite.refusal(request));
    }

    /** The servlets would refuse it, too, but in HTML; as the container does for pages before any filter runs. */
    private static boolean isTrace(HttpServletRequest request) {
        return request.getMethod().equals("TRACE");
    }

    /** The container would send a page whatever the method. */
    private static boolean isPage(String path) {
        return path.equals("/") || SecurityHeaders.isPage(path);
    }
}
