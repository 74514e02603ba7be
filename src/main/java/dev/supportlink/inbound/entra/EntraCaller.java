package dev.supportlink.inbound.entra;

import dev.supportlink.platform.problem.InvalidInput;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who may call for a connection with tokens of its tenant. GUIDs are kept in lower case.
 *
 * @param restApiClientId client ID of the REST API application, which the tokens are made for
 * @param identifierUris its identifier URIs, exactly as Entra ID has them; a v1 token may name one of them instead
 * @param restUserClientId client ID of the REST user application, which asks for the tokens; also the User ID of the
 *     integration user
 */
public record EntraCaller(String restApiClientId, List<String> identifierUris, String restUserClientId) {

    static final int MOST_URIS = 50;
    static final int LONGEST_URI = 255;

    /** Throws {@link InvalidInput}, which names the field. */
    public EntraCaller {
        restApiClientId = guid("restApiClientId", restApiClientId);
        restUserClientId = guid("restUserClientId", restUserClientId);
        identifierUris = identifierUris.stream().distinct().toList();
        if (identifierUris.size() > MOST_URIS
                || !identifierUris.stream().allMatch(EntraCaller::looksLikeIdentifierUri)) {
            throw new InvalidInput(
                    "identifierUris",
                    "must be at most " + MOST_URIS + " URIs such as api://<client ID>, of at most " + LONGEST_URI
                            + " characters");
        }
    }

    /** Everything that a token for this caller may name as audience. */
    public List<String> audiences() {
        return Stream.concat(Stream.of(restApiClientId), identifierUris.stream())
                .toList();
    }

    private static String guid(String field, String text) {
        return Guid.normal(text.strip())
                .orElseThrow(
                        () -> new InvalidInput(field, "must be a client ID, a GUID as the Entra admin center shows"));
    }

    private static boolean looksLikeIdentifierUri(String text) {
        try {
            return text.length() <= LONGEST_URI && new URI(text).isAbsolute();
        } catch (URISyntaxException other) {
            return false;
        }
    }
}
