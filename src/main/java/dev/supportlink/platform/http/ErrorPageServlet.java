package dev.supportlink.platform.http;

import dev.supportlink.platform.problem.Problem;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers the errors that never reach JAX-RS: unknown paths, wrong methods on static content, failures of sign-in. */
public class ErrorPageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(ErrorPageServlet.class.getName());

    @Inject
    transient ErrorShapes shapes;

    @Inject
    transient Causes causes;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            logAfterAnswer(request);
            return;
        }
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String instance = path instanceof String text ? text : request.getRequestURI();
        shapes.answer(problemOf(request), instance).send(request, response);
    }

    /** Nothing can be told to the caller any more. Without a stack: the container writes it. */
    private static void logAfterAnswer(HttpServletRequest request) {
        LOG.log(
                System.Logger.Level.WARNING,
                "A request failed after its answer was sent: {0}",
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION_TYPE));
    }

    /** The container gives an exception even for a path that leads nowhere; only from 500 on it is one to log. */
    private Problem problemOf(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int number = status instanceof Integer given ? given : 404;
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return number >= 500 && failure instanceof Throwable bug
                ? causes.known(bug).orElseGet(() -> unknown(bug))
                : StatusProblems.of(number);
    }

    private static Problem unknown(Throwable bug) {
        LOG.log(System.Logger.Level.ERROR, "A request failed", bug);
        return StatusProblems.internal();
    }
}
