package dev.supportlink.platform.http;

import dev.supportlink.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What JAX-RS itself refuses: unknown path, wrong method or media type, a parameter of wrong form. */
@Provider
@ApplicationScoped
public class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {

    @Inject
    Problems problems;

    @Inject
    Causes causes;

    @Inject
    UnexpectedExceptionMapper unexpected;

    /** JAX-RS wraps what a body reader throws, so our own exception may be the cause. */
    @Override
    public Response toResponse(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        if (status < 400) {
            return refused.getResponse();
        }
        if (status >= 500) {
            return unexpected.toResponse(refused);
        }
        Response answer = problems.respond(causes.known(refused).orElseGet(() -> problemOf(refused, status)));
        String allow = refused.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }

    /** JAX-RS calls a query parameter that cannot be converted "not found"; to the caller it is a bad request. */
    private static Problem problemOf(WebApplicationException refused, int status) {
        boolean badParameter = status == 404 && refused.getCause() != null;
        return StatusProblems.of(badParameter ? 400 : status);
    }
}
