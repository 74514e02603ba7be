package dev.supportlink.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of an instance URL: https, a host name, at most a port; nothing else. Vanity hosts are allowed. */
public final class InstanceUrl {

    public static final String FORM =
            "must be the instance's address without a path, such as https://contoso.service-now.com";

    private static final int MAX_LENGTH = 300;
    private static final int LAST_PORT = 65_535;
    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+|0x.*");

    private InstanceUrl() {}

    /**
     * The normalised URL; empty when the text has not the form.
     *
     * @param sandbox whether plain http and loopback hosts are allowed
     */
    public static Optional<URI> parse(String text, boolean sandbox) {
        URI typed = uri(text);
        return typed != null && text.length() <= MAX_LENGTH && mistake(typed, sandbox) == null
                ? Optional.of(normalised(typed))
                : Optional.empty();
    }

    /** What is wrong with a text that {@link #parse} refuses, and what a right one looks like. */
    public static String problem(String text, boolean sandbox) {
        URI typed = uri(text);
        String mistake = typed == null || text.length() > MAX_LENGTH ? null : mistake(typed, sandbox);
        return mistake == null ? FORM : mistake + "; it " + FORM;
    }

    private static @Nullable URI uri(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException wrong) {
            return null;
        }
    }

    private static @Nullable String mistake(URI typed, boolean sandbox) {
        if (typed.getRawUserInfo() != null) {
            return "contains a user name or password, which must never stand in an address";
        }
        String scheme = typed.getScheme() == null ? "" : typed.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(sandbox && scheme.equals("http"))) {
            return "does not begin with https://";
        }
        return hostMistake(typed, scheme).orElseGet(() -> restMistake(typed));
    }

    private static Optional<String> hostMistake(URI typed, String scheme) {
        String host = typed.getHost();
        if (host == null) {
            return Optional.of("has no host name that can be looked up");
        }
        return scheme.equals("https") && !isName(host)
                ? Optional.of("names no host by its full name: an IP address and a name without a domain are refused")
                : Optional.empty();
    }

    private static @Nullable String restMistake(URI typed) {
        String path = typed.getRawPath();
        if (path != null && !path.isEmpty() && !path.equals("/")) {
            return "has a path";
        }
        if (typed.getRawQuery() != null || typed.getRawFragment() != null) {
            return "has a part after ? or #";
        }
        return typed.getPort() == 0 || typed.getPort() > LAST_PORT ? "has a port that does not exist" : null;
    }

    private static boolean isName(String host) {
        return host.contains(".")
                && !host.startsWith("[")
                && !DIGITS_AND_DOTS.matcher(host).matches();
    }

    private static URI normalised(URI typed) {
        String scheme = typed.getScheme().toLowerCase(Locale.ROOT);
        int port = scheme.equals("https") && typed.getPort() == 443 ? -1 : typed.getPort();
        return URI.create(scheme + "://" + typed.getHost().toLowerCase(Locale.ROOT) + (port == -1 ? "" : ":" + port));
    }
}
