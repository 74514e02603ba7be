package dev.supportlink.access.rest;

import dev.supportlink.access.PresentUser;
import dev.supportlink.access.SessionDirectory;
import dev.supportlink.access.SignIn;
import dev.supportlink.access.SignedIn;
import dev.supportlink.platform.http.ErrorShapes;
import dev.supportlink.platform.http.RequestPath;
import dev.supportlink.platform.http.SourceAddress;
import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.Problem;
import dev.supportlink.platform.problem.ProblemType;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Lets nobody into the admin API who has not signed in. It is mapped to the servlet, not to a path: so it sees every
 * request that the servlet gets, whatever the spelling by which it got there. The inbound API has doors of its own.
 */
public class AdminSignInFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** By which one signs in; the methods behind them are marked with OpenToStrangers as well. */
    private static final Set<String> ANONYMOUS = Set.of("POST /admin/v1/hand-over-sessions");

    private static final Problem SESSION_ENDED = Problem.of(
            ProblemType.SESSION_ENDED,
            "There is no session, or it has ended. Open the link again, or sign in with a user name and a password.");

    @Inject
    transient SignIn signIn;

    @Inject
    transient PresentUser present;

    @Inject
    transient SessionCookie cookie;

    @Inject
    @Any
    transient Instance<SessionDirectory> sessions;

    @Inject
    transient SourceAddress source;

    @Inject
    transient ErrorShapes shapes;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Problem> refusal = isGuarded(request) ? refusal(request) : Optional.empty();
        if (refusal.isPresent()) {
            shapes.answer(refusal.get(), request.getRequestURI()).send(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isGuarded(HttpServletRequest request) {
        String path = RequestPath.of(request);
        return path.startsWith("/admin") && !ANONYMOUS.contains(request.getMethod() + " " + path);
    }

    private Optional<Problem> refusal(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        Optional<BasicCredentials> sent = BasicCredentials.parse(header);
        if (sent.isPresent()) {
            return signIn(sent.get(), source.of(request));
        }
        Optional<Secret> session = header == null ? cookie.read(request) : Optional.empty();
        return session.isPresent() ? resume(session.get()) : Optional.of(nobody(request));
    }

    /** Asked for Basic, a browser would show a dialog of its own in front of the page that made the call. */
    private static Problem nobody(HttpServletRequest request) {
        return "empty".equals(request.getHeader("Sec-Fetch-Dest"))
                ? SESSION_ENDED
                : Problem.of(ProblemType.UNAUTHENTICATED, "Sign in with a user name and a password (HTTP Basic).");
    }

    private Optional<Problem> resume(Secret session) {
        Optional<SignedIn> user = sessions.stream()
                .map(directory -> directory.find(session))
                .flatMap(Optional::stream)
                .findFirst();
        user.ifPresent(present::set);
        return user.isPresent() ? Optional.empty() : Optional.of(SESSION_ENDED);
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
