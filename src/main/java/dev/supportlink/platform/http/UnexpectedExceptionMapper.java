package dev.supportlink.platform.http;

import dev.supportlink.platform.problem.Problem;
import dev.supportlink.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;

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
        return causes.known(bug)
                .map(problems::respond)
                .orElseGet(() -> bug instanceof IOException ? unread() : unknown(bug));
    }

    /** Only the body is read while a request is answered: chunks or an encoding that are not what the headers say. */
    private Response unread() {
        return problems.respond(Problem.of(
                ProblemType.UNREADABLE_BODY, "The body ended too early, or is not encoded as the headers say."));
    }

    private Response unknown(Throwable bug) {
        LOG.log(System.Logger.Level.ERROR, "A request failed", bug);
        return problems.respond(StatusProblems.internal());
    }
}
