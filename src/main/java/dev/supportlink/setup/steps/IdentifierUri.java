package dev.supportlink.setup.steps;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** The Application ID URI of an API, as a person types it. */
final class IdentifierUri {

    static final String FIELD = "identifierUri";
    static final String FORM = "must be the Application ID URI exactly as the portal shows it, such as"
            + " api://11111111-2222-3333-4444-555555555555, at most 255 characters; leave it empty for api:// and the"
            + " client ID";

    private static final int LONGEST = 255;
    private static final Set<String> SCHEMES = Set.of("api", "https");

    private IdentifierUri() {}

    static Optional<String> parse(String text) {
        try {
            URI uri = new URI(text);
            boolean named = uri.getRawAuthority() != null || uri.getHost() != null;
            boolean fits = text.length() <= LONGEST && SCHEMES.contains(String.valueOf(uri.getScheme())) && named;
            return fits && uri.getRawUserInfo() == null && uri.getFragment() == null
                    ? Optional.of(text)
                    : Optional.empty();
        } catch (URISyntaxException other) {
            return Optional.empty();
        }
    }

    /** What the portal proposes. */
    static String proposedFor(String clientId) {
        return "api://" + clientId;
    }
}
