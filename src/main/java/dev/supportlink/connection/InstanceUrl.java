package dev.supportlink.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form of an instance URL: https, a host name, at most a port; nothing else. Vanity hosts are allowed. */
public final class InstanceUrl {

    public static final String FORM =
            "must be the instance's address without a path, such as https://contoso.service-now.com";

    private static final int MAX_LENGTH = 300;
    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+|0x.*");

    private InstanceUrl() {}

    /**
     * The normalised URL; empty when the text has not the form.
     *
     * @param sandbox whether plain http and loopback hosts are allowed
     */
    public static Optional<URI> parse(String text, boolean sandbox) {
        try {
            URI typed = new URI(text.strip());
            return text.length() <= MAX_LENGTH && plain(typed) && schemeAndHost(typed, sandbox)
                    ? Optional.of(normalised(typed))
                    : Optional.empty();
        } catch (URISyntaxException wrong) {
            return Optional.empty();
        }
    }

    private static boolean plain(URI typed) {
        String path = typed.getRawPath();
        return typed.getRawUserInfo() == null
                && typed.getRawQuery() == null
                && typed.getRawFragment() == null
                && (path == null || path.isEmpty() || path.equals("/"));
    }

    private static boolean schemeAndHost(URI typed, boolean sandbox) {
        if (typed.getHost() == null || typed.getScheme() == null) {
            return false;
        }
        String scheme = typed.getScheme().toLowerCase(Locale.ROOT);
        return (scheme.equals("https") && isName(typed.getHost())) || (sandbox && scheme.equals("http"));
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
