package dev.supportlink.definition;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.connection.SetupType;
import dev.supportlink.inbound.ClientTerms;
import dev.supportlink.inbound.TokenDoor;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What defines a connection: everything that a person decided or a set-up found out about it, and no secret, id, state or
 * health. What an operator decides always stands in the document, null included; what a set-up finds out stands there once
 * it is known.
 *
 * @param terms of the inbound client; told only where callers sign in with one of our own
 */
public record Definition(Connection connection, ClientTerms terms) {

    /** The one version of the document's format so far. */
    public static final int FORMAT_VERSION = 1;

    /** Whether callers sign in with a client of our own, whose terms can be set. */
    public boolean hasTerms() {
        return TokenDoor.isOpen(connection.setupType(), connection.inboundMode());
    }

    /** The document, its members always in the same order. */
    public JsonObject document() {
        JsonObjectBuilder document = Json.createObjectBuilder();
        document.add("formatVersion", FORMAT_VERSION);
        document.add("name", connection.name());
        addTarget(document);
        document.add("setupType", connection.setupType().word());
        document.add("environment", connection.environment().word());
        document.add("inboundMode", connection.inboundMode().word());
        addOrNull(document, "adoptionQuery", connection.adoptionQuery());
        addIfKnown(document, "entraClientId", connection.entraClientId());
        addInstanceCredential(document, connection.instance());
        addRestApplications(document, connection.restApplications());
        if (hasTerms()) {
            document.add("inboundClient", inboundClient());
        }
        return document.build();
    }

    private void addTarget(JsonObjectBuilder document) {
        document.add("tenantDomain", connection.tenant().domain());
        if (connection.tenant().cloud() != null) {
            document.add("cloud", connection.tenant().cloud().word());
        }
        Instance instance = connection.instance();
        addOrNull(
                document,
                "instanceUrl",
                instance == null ? null : instance.url().toString());
    }

    private static void addInstanceCredential(JsonObjectBuilder document, @Nullable Instance instance) {
        if (instance == null || (instance.clientId() == null && instance.userName() == null)) {
            return;
        }
        JsonObjectBuilder credential = Json.createObjectBuilder();
        addIfKnown(credential, "clientId", instance.clientId());
        if (instance.userName() != null) {
            credential.add("userName", instance.userName());
            credential.add("userIsNew", instance.userIsNew());
        }
        document.add("instanceCredential", credential);
    }

    private void addRestApplications(JsonObjectBuilder document, RestApplications applications) {
        if (connection.setupType() != SetupType.ENTRA || applications.equals(RestApplications.NONE)) {
            return;
        }
        JsonObjectBuilder known = Json.createObjectBuilder();
        addIfKnown(known, "apiClientId", applications.apiClientId());
        addIfKnown(known, "identifierUri", applications.identifierUri());
        addIfKnown(known, "userClientId", applications.userClientId());
        document.add("restApplications", known);
    }

    private JsonObjectBuilder inboundClient() {
        return Json.createObjectBuilder()
                .add("accessTokenLifespan", terms.accessTokenLifespan().toString())
                .add("refreshTokenLifespan", terms.refreshTokenLifespan().toString())
                .add("refreshTokenRotation", terms.refreshTokenRotation())
                .add("clientCredentials", terms.clientCredentials());
    }

    private static void addOrNull(JsonObjectBuilder document, String name, @Nullable String value) {
        if (value == null) {
            document.addNull(name);
        } else {
            document.add(name, value);
        }
    }

    private static void addIfKnown(JsonObjectBuilder document, String name, @Nullable String value) {
        if (value != null) {
            document.add(name, value);
        }
    }
}
