package dev.supportlink.platform.http;

import dev.supportlink.platform.config.Loopback;
import dev.supportlink.platform.config.ServerSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;

/** The headers that every answer carries, whoever makes it. */
@ApplicationScoped
public class SecurityHeaders {

    private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

    @Inject
    ServerSettings server;

    private boolean publishedByHttps;

    /** Never for loopback: a browser would refuse plain http for every port of localhost from then on. */
    @PostConstruct
    void open() {
        URI url = server.publicUrl();
        publishedByHttps = "https".equals(url.getScheme()) && !Loopback.isLoopback(url.getHost());
    }

    /** Sets them; to be called before anything is written. */
    public void apply(HttpServletRequest request, HttpServletResponse response) {
        boolean page = isPage(RequestPath.of(request));
        response.setHeader(RequestId.HEADER, RequestId.current());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", page ? PAGE_POLICY : DATA_POLICY);
        if (page) {
            response.setHeader("Cache-Control", "no-cache");
        }
        if (publishedByHttps) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /** Whether the path is one of static content. */
    static boolean isPage(String path) {
        return path.startsWith("/console/") || path.startsWith("/hand-over/");
    }
}
