package dev.supportlink.definition.rest;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.connection.SetupType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names under which a connection signs in and is called, as a document gives them; their secrets are never in one. */
final class CredentialNames {

    private static final String ENTRA_CLIENT_ID = "entraClientId";
    private static final String CREDENTIAL = "instanceCredential";
    private static final String APPLICATIONS = "restApplications";
    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final String GUID_FORM =
            "must be a client ID, a GUID such as 11111111-2222-3333-4444-555555555555, or null";
    private static final int LONGEST_CLIENT_ID = 200;
    private static final int LONGEST_USER_NAME = 100;
    private static final int LONGEST_URI = 255;

    private final Members document;

    CredentialNames(Members document) {
        this.document = document;
    }

    Connection onto(Connection connection) {
        return withRestApplications(withCredential(connection.withEntraClientId(
                document.text(ENTRA_CLIENT_ID, connection.entraClientId(), GUID_FORM, CredentialNames::guid))));
    }

    private Connection withCredential(Connection connection) {
        Members given = document.inner(CREDENTIAL).only(List.of("clientId", "userName", "userIsNew"));
        Instance present = connection.instance();
        if (present == null) {
            if (!given.isEmpty()) {
                document.wrong(CREDENTIAL, "belongs to an instance; give instanceUrl, too");
            }
            return connection;
        }
        String clientId = given.text(
                "clientId",
                present.clientId(),
                "must be the Client ID of the registration at the instance, at most " + LONGEST_CLIENT_ID
                        + " characters without spaces, or null",
                CredentialNames::clientId);
        String userName = given.text(
                "userName",
                present.userName(),
                "must be the User ID of the integration user at the instance, at most " + LONGEST_USER_NAME
                        + " characters, or null",
                CredentialNames::userName);
        boolean isNew = given.flag("userIsNew", present.userIsNew()) && userName != null;
        return connection.withInstance(new Instance(present.url(), clientId, userName, isNew));
    }

    private Connection withRestApplications(Connection connection) {
        Members given = document.inner(APPLICATIONS).only(List.of("apiClientId", "identifierUri", "userClientId"));
        if (given.isEmpty()) {
            return connection;
        }
        if (connection.setupType() != SetupType.ENTRA) {
            document.wrong(APPLICATIONS, "belongs to connections with setupType entra only; leave it out");
        }
        RestApplications present = connection.restApplications();
        return connection.withRestApplications(new RestApplications(
                given.text("apiClientId", present.apiClientId(), GUID_FORM, CredentialNames::guid),
                given.text(
                        "identifierUri",
                        present.identifierUri(),
                        "must be a URI such as api://<client ID>, at most " + LONGEST_URI + " characters, or null",
                        CredentialNames::uri),
                given.text("userClientId", present.userClientId(), GUID_FORM, CredentialNames::guid)));
    }

    private static Optional<String> guid(String text) {
        return GUID.matcher(text).matches() ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static Optional<String> clientId(String text) {
        boolean fits = !text.isEmpty()
                && text.length() <= LONGEST_CLIENT_ID
                && text.codePoints().noneMatch(Character::isWhitespace)
                && isPlain(text);
        return fits ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> userName(String text) {
        boolean fits =
                !text.isBlank() && text.strip().equals(text) && text.length() <= LONGEST_USER_NAME && isPlain(text);
        return fits ? Optional.of(text) : Optional.empty();
    }

    /** Half a character cannot be stored as it is. */
    private static boolean isPlain(String text) {
        return text.codePoints()
                .noneMatch(one -> Character.isISOControl(one) || Character.getType(one) == Character.SURROGATE);
    }

    private static Optional<String> uri(String text) {
        try {
            return text.length() <= LONGEST_URI && new URI(text).isAbsolute() ? Optional.of(text) : Optional.empty();
        } catch (URISyntaxException other) {
            return Optional.empty();
        }
    }
}
