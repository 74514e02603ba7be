package dev.supportlink.platform.http;

import dev.supportlink.platform.config.Loopback;
import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.platform.problem.Problem;
import dev.supportlink.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that a page of another site made in somebody's browser. Only browsers send these headers, and a page
 * cannot change them.
 */
@ApplicationScoped
public class CrossSite {

    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    @Inject
    ServerSettings server;

    /** The problem to answer with; empty when the request may pass. */
    public Optional<Problem> refusal(HttpServletRequest request) {
        String path = RequestPath.of(request);
        boolean guarded = path.startsWith("/admin") || path.startsWith("/console");
        boolean passes = !guarded || followsLink(request, path) || (ownFetch(request) && ownOrigin(request));
        return passes
                ? Optional.empty()
                : Optional.of(Problem.of(
                        ProblemType.CROSS_SITE,
                        "A page of another site made this request. Use the console, or a client that is no browser."));
    }

    /** A person who clicks a link to the console, in a mail or a ticket, is welcome; pages hold no data. */
    private static boolean followsLink(HttpServletRequest request, String path) {
        return path.startsWith("/console/")
                && request.getMethod().equals("GET")
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    private static boolean ownFetch(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null || OWN_SITE.contains(site);
    }

    /** Compared with the public URL, never with the Host header, which a rebound name makes look right. */
    private boolean ownOrigin(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null || sameOrigin(origin, server.publicUrl(), request.getLocalPort());
    }

    /** A server that is published on loopback only goes by all of loopback's names, and by its other port. */
    static boolean sameOrigin(String origin, URI own, int localPort) {
        URI other = parse(origin);
        if (other == null || other.getHost() == null || own.getHost() == null) {
            return false;
        }
        if (Loopback.isLoopback(own.getHost())) {
            return Loopback.isLoopback(other.getHost()) && (port(other) == port(own) || port(other) == localPort);
        }
        return own.getScheme().equalsIgnoreCase(other.getScheme())
                && own.getHost().equalsIgnoreCase(other.getHost())
                && port(own) == port(other);
    }

    private static @Nullable URI parse(String origin) {
        try {
            return URI.create(origin);
        } catch (IllegalArgumentException noUrl) {
            return null;
        }
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }
}
