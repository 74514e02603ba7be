package dev.supportlink.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Everything nobody expected: logged once with its stack, told to the caller without any detail. */
@Provider
@ApplicationScoped
public class UnexpectedExceptionMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(UnexpectedExceptionMapper.class.getName());

    @Inject
    Problems problems;

    @Inject
    Causes causes;

    @Override
    public Response toResponse(Throwable bug) {
        return causes.known(bug).map(problems::respond).orElseGet(() -> unknown(bug));
    }

    private Response unknown(Throwable bug) {
        LOG.log(System.Logger.Level.ERROR, "A request failed", bug);
        return problems.respond(StatusProblems.internal());
    }
}
