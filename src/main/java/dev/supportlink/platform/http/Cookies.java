package dev.supportlink.platform.http;

import dev.supportlink.platform.config.ServerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cookies of this server: out of reach of scripts and of requests from other sites. Published by https their names begin
 * with {@code __Host-}, which keeps every other host of the domain from planting one.
 */
@ApplicationScoped
public class Cookies {

    @Inject
    ServerSettings server;

    /** The value that the browser sent; empty without one. */
    public Optional<String> read(HttpServletRequest request, String name) {
        String wanted = nameOf(name);
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(wanted))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** The header {@code Set-Cookie} for a value that the browser keeps so long. */
    public String keep(String name, String value, Duration lifespan) {
        return nameOf(name) + "=" + value + "; Path=/; Max-Age=" + Math.max(0, lifespan.toSeconds())
                + "; HttpOnly; SameSite=Strict" + (byHttps() ? "; Secure" : "");
    }

    /** The header {@code Set-Cookie} by which the browser forgets the value. */
    public String forget(String name) {
        return keep(name, "", Duration.ZERO);
    }

    private String nameOf(String name) {
        return byHttps() ? "__Host-" + name : name;
    }

    private boolean byHttps() {
        return "https".equals(server.publicUrl().getScheme());
    }
}
