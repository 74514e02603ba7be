package dev.supportlink.setup;

import dev.supportlink.connection.Connection;
import dev.supportlink.secret.SecretKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a secret of one connection's sheet comes from.
 *
 * @param step must be done before the value is shown
 * @param kept the stored secret that is shown; null where SupportLink makes a value when it is asked for
 */
record SheetSecret(StepId step, @Nullable SecretKind kept) {

    /** Empty where the sheet has no such secret. */
    static Optional<SheetSecret> of(Connection connection, SheetValue which) {
        return switch (connection.setupType()) {
            case BASIC -> Optional.of(SheetNames.areOurs(connection) ? made(which) : ofInstance(which));
            case ENTRA -> Optional.of(ofApplication(which));
            case INSIGHTS_ONLY -> Optional.empty();
        };
    }

    private static SheetSecret made(SheetValue which) {
        return new SheetSecret(stepOf(which), null);
    }

    private static SheetSecret ofInstance(SheetValue which) {
        return switch (which) {
            case CLIENT_SECRET -> new SheetSecret(stepOf(which), SecretKind.INSTANCE_CLIENT_SECRET);
            case REST_PASSWORD -> new SheetSecret(stepOf(which), SecretKind.INSTANCE_USER_PASSWORD);
        };
    }

    /** With AAD Auth the portal's client is the REST API application, and its user the REST user application. */
    private static SheetSecret ofApplication(SheetValue which) {
        return switch (which) {
            case CLIENT_SECRET -> new SheetSecret(StepId.REST_API_APPLICATION, SecretKind.REST_API_CLIENT_SECRET);
            case REST_PASSWORD -> new SheetSecret(StepId.REST_USER_APPLICATION, SecretKind.REST_USER_CLIENT_SECRET);
        };
    }

    private static StepId stepOf(SheetValue which) {
        return switch (which) {
            case CLIENT_SECRET -> StepId.INBOUND_CLIENT;
            case REST_PASSWORD -> StepId.INTEGRATION_USER;
        };
    }
}
