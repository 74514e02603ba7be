package dev.supportlink.access.rest;

import dev.supportlink.access.PresentUser;
import dev.supportlink.access.SignIn;
import dev.supportlink.access.SignedIn;
import dev.supportlink.platform.http.CrossSite;
import dev.supportlink.platform.http.ErrorShapes;
import dev.supportlink.platform.http.RequestPath;
import dev.supportlink.platform.http.SecurityHeaders;
import dev.supportlink.platform.http.SourceAddress;
import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.Problem;
import dev.supportlink.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Lets nobody into the admin API who has not signed in. The container runs it before every filter, so it brings the
 * headers and the check for other sites with it.
 */
@ApplicationScoped
public class AdminSignInMechanism implements HttpAuthenticationMechanism {

    @Inject
    SignIn signIn;

    @Inject
    PresentUser present;

    @Inject
    SourceAddress source;

    @Inject
    SecurityHeaders headers;

    @Inject
    CrossSite crossSite;

    @Inject
    ErrorShapes shapes;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (!RequestPath.of(request).startsWith("/admin")) {
            return pass(context);
        }
        headers.apply(request, response);
        Optional<Problem> refusal = crossSite.refusal(request);
        return refusal.isPresent() ? refuse(context, refusal.get()) : signIn(request, context);
    }

    /**
     * Without a type of its own the request counts as one with Basic authentication, and the container itself takes the
     * header apart for its audit: a malformed one then ends in a bare 500.
     */
    private static AuthenticationStatus pass(HttpMessageContext context) {
        context.getMessageInfo().getMap().put("jakarta.servlet.http.authType", "NONE");
        return context.doNothing();
    }

    private AuthenticationStatus signIn(HttpServletRequest request, HttpMessageContext context)
            throws AuthenticationException {
        Optional<BasicCredentials> sent = BasicCredentials.parse(request.getHeader("Authorization"));
        if (sent.isEmpty()) {
            return refuse(
                    context,
                    Problem.of(ProblemType.UNAUTHENTICATED, "Sign in with a user name and a password (HTTP Basic)."));
        }
        try {
            SignedIn user = signIn.signIn(sent.get().name(), sent.get().password(), source.of(request));
            present.set(user);
            return context.notifyContainerAboutLogin(user.name(), Set.of());
        } catch (DomainException refused) {
            return refuse(context, Problem.of(refused));
        }
    }

    /** The answer is complete; SEND_CONTINUE would make the container set the status once more. */
    private AuthenticationStatus refuse(HttpMessageContext context, Problem problem) throws AuthenticationException {
        try {
            shapes.answer(problem, context.getRequest().getRequestURI())
                    .send(context.getRequest(), context.getResponse());
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException gone) {
            throw new AuthenticationException("The caller went away before the answer", gone);
        }
    }
}
