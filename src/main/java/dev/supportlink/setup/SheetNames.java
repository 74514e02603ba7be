package dev.supportlink.setup;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.inbound.ClientTerms;
import dev.supportlink.inbound.InboundIdentity;
import dev.supportlink.inbound.TokenDoor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Under which names callers sign in, and where, by set-up type and inbound mode: the part of the sheet that differs.
 *
 * @param restPassword shown on the sheet because it is none; null where it is a secret
 */
record SheetNames(
        String endpoint,
        String authenticationType,
        @Nullable String clientId,
        @Nullable Long refreshTokenExpiry,
        @Nullable String restUsername,
        @Nullable String restPassword) {

    static final String BASIC_AUTH = "Basic Auth";
    static final String AAD_AUTH = "AAD Auth";

    /** The guide for insights only has the admin type any text where the portal insists on one. */
    static final String IGNORED = "ignored";

    /** Whether callers use a client and a user of SupportLink's own. */
    static boolean areOurs(Connection connection) {
        return TokenDoor.isOpen(connection.setupType(), connection.inboundMode());
    }

    /**
     * The names on the sheet of a connection.
     *
     * @param ours the client and user that SupportLink made; needed where {@link #areOurs}
     */
    static SheetNames of(Connection connection, Optional<InboundIdentity> ours, String publicUrl) {
        String endpoint = connection.sendsCallersToInstance()
                ? instance(connection).map(Instance::origin).orElse(publicUrl)
                : publicUrl;
        return switch (connection.setupType()) {
            case BASIC -> ours.map(identity -> basic(endpoint, identity)).orElseGet(() -> direct(endpoint, connection));
            case ENTRA -> entra(endpoint, connection.restApplications());
            case INSIGHTS_ONLY -> new SheetNames(endpoint, AAD_AUTH, IGNORED, null, IGNORED, IGNORED);
        };
    }

    private static SheetNames basic(String endpoint, InboundIdentity identity) {
        long expiry = identity.refreshTokenLifespan().toSeconds();
        return new SheetNames(endpoint, BASIC_AUTH, identity.clientId(), expiry, identity.userName(), null);
    }

    private static SheetNames direct(String endpoint, Connection connection) {
        Optional<Instance> instance = instance(connection);
        return new SheetNames(
                endpoint,
                BASIC_AUTH,
                instance.map(Instance::clientId).orElse(null),
                ClientTerms.DEFAULT.refreshTokenLifespan().toSeconds(),
                instance.map(Instance::userName).orElse(null),
                null);
    }

    private static SheetNames entra(String endpoint, RestApplications applications) {
        return new SheetNames(endpoint, AAD_AUTH, applications.apiClientId(), null, applications.userClientId(), null);
    }

    private static Optional<Instance> instance(Connection connection) {
        return Optional.ofNullable(connection.instance());
    }
}
