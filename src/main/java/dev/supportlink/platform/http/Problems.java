package dev.supportlink.platform.http;

import dev.supportlink.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;

/** Tells the caller of the present request about a problem, in the shape of the request's path. */
@ApplicationScoped
public class Problems {

    @Inject
    ErrorShapes shapes;

    @Inject
    HttpServletRequest request;

    /** The answer for JAX-RS. */
    public Response respond(Problem problem) {
        return shapes.answer(problem, request.getRequestURI()).toResponse();
    }
}
