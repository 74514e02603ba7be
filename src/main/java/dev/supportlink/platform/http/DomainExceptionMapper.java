package dev.supportlink.platform.http;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A rule of the application was broken: told as it is. */
@Provider
@ApplicationScoped
public class DomainExceptionMapper implements ExceptionMapper<DomainException> {

    @Inject
    Problems problems;

    @Override
    public Response toResponse(DomainException broken) {
        return problems.respond(Problem.of(broken));
    }
}
