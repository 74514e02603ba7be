package dev.supportlink.access.rest;

import dev.supportlink.platform.http.Cookies;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The cookie that carries the value of a session, whatever its kind. */
@ApplicationScoped
public class SessionCookie {

    private static final String NAME = "supportlink-session";
    private static final Pattern GENERATED = Pattern.compile("[A-Za-z0-9_-]{43}");

    @Inject
    Cookies cookies;

    /** What the browser sent, if it has the form of a value that this server makes. */
    public Optional<Secret> read(HttpServletRequest request) {
        return cookies.read(request, NAME)
                .filter(value -> GENERATED.matcher(value).matches())
                .map(Secret::of);
    }

    /** The header {@code Set-Cookie} for a new session. */
    public String keep(Secret value, Duration lifespan) {
        return cookies.keep(NAME, value.reveal(), lifespan);
    }

    /** The header {@code Set-Cookie} that goes with the end of a session. */
    public String forget() {
        return cookies.forget(NAME);
    }
}
