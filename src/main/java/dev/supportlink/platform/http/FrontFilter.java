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

/** The first thing every request meets: it gets its headers, and is refused when no page of ours made it. */
public class FrontFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

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
            shapes.answer(refusal.get(), request.getRequestURI()).send(response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** TRACE is refused here because the container would answer it in HTML. */
    private Optional<Problem> refusal(HttpServletRequest request) {
        return request.getMethod().equals("TRACE")
                ? Optional.of(Problem.of(ProblemType.METHOD_NOT_ALLOWED, "TRACE is not allowed anywhere."))
                : crossSite.refusal(request);
    }
}
