package dev.supportlink.handover.rest;

import dev.supportlink.platform.http.Cookies;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The cookie by which a browser is known again, so that it may open its links once more. It opens nothing by itself, and
 * one is enough for all links of a browser.
 */
@ApplicationScoped
public class BrowserCookie {

    private static final String NAME = "supportlink-browser";
    private static final Duration LIFESPAN = Duration.ofDays(400);
    private static final Pattern GENERATED = Pattern.compile("[A-Za-z0-9_-]{43}");

    @Inject
    Cookies cookies;

    /** What the browser sent, if it has the form of a value that this server makes. */
    Optional<Secret> read(HttpServletRequest request) {
        return cookies.read(request, NAME)
                .filter(value -> GENERATED.matcher(value).matches())
                .map(Secret::of);
    }

    /** The header {@code Set-Cookie} for a browser that has none. */
    String keep(Secret value) {
        return cookies.keep(NAME, value.reveal(), LIFESPAN);
    }
}
