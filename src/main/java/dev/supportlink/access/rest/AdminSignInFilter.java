package dev.supportlink.access.rest;

import dev.supportlink.access.PresentUser;
import dev.supportlink.access.SignIn;
import dev.supportlink.platform.http.ErrorShapes;
import dev.supportlink.platform.http.RequestPath;
import dev.supportlink.platform.http.SourceAddress;
import dev.supportlink.platform.problem.DomainException;
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

/**
 * Lets nobody into the admin API who has not signed in. It is mapped to the servlet, not to a path: so it sees every
 * request that the servlet gets, whatever the spelling by which it got there. The inbound API has doors of its own.
 */
public class AdminSignInFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SignIn signIn;

    @Inject
    transient PresentUser present;

    @Inject
    transient SourceAddress source;

    @Inject
    transient ErrorShapes shapes;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Problem> refusal = RequestPath.of(request).startsWith("/admin") ? refusal(request) : Optional.empty();
        if (refusal.isPresent()) {
            shapes.answer(refusal.get(), request.getRequestURI()).send(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Problem> refusal(HttpServletRequest request) {
        Optional<BasicCredentials> sent = BasicCredentials.parse(request.getHeader("Authorization"));
        return sent.isPresent()
                ? signIn(sent.get(), source.of(request))
                : Optional.of(Problem.of(
                        ProblemType.UNAUTHENTICATED, "Sign in with a user name and a password (HTTP Basic)."));
    }

    private Optional<Problem> signIn(BasicCredentials sent, String address) {
        try {
            present.set(signIn.signIn(sent.name(), sent.password(), address));
            return Optional.empty();
        } catch (DomainException refused) {
            return Optional.of(Problem.of(refused));
        }
    }
}
