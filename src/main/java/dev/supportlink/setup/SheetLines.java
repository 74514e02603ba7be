package dev.supportlink.setup;

import dev.supportlink.connection.Connection;
import dev.supportlink.setup.CompletionSheet.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sheet's lines in the guide's order, each with the portal's tab and label. */
final class SheetLines {

    private static final String BASIC_INFORMATION = "Basic information";
    private static final String REPOSITORIES = "Repositories";

    private final List<Field> lines = new ArrayList<>();

    private SheetLines() {}

    static List<Field> of(Connection connection, SheetNames names) {
        SheetLines sheet = new SheetLines();
        sheet.lines.add(new Field(
                "outboundAppId",
                BASIC_INFORMATION,
                "Application ID to issue Auth Token",
                connection.entraClientId(),
                false));
        sheet.add("repositoryId", "Repository", connection.id());
        sheet.add("endpoint", "Endpoint", names.endpoint());
        sheet.add("authenticationType", "Authentication type", names.authenticationType());
        sheet.add("clientId", "Client ID", names.clientId());
        sheet.addSecret(connection, SheetValue.CLIENT_SECRET, "Client secret");
        if (names.refreshTokenExpiry() != null) {
            sheet.add("refreshTokenExpiry", "Refresh token expiry", Long.toString(names.refreshTokenExpiry()));
        }
        sheet.add("restUsername", "Rest username", names.restUsername());
        sheet.addSecret(connection, SheetValue.REST_PASSWORD, "Rest user password");
        if (names.restPassword() != null) {
            sheet.add(SheetValue.REST_PASSWORD.fieldName(), "Rest user password", names.restPassword());
        }
        return sheet.lines;
    }

    private void add(String name, String label, @Nullable String value) {
        lines.add(new Field(name, REPOSITORIES, label, value, false));
    }

    private void addSecret(Connection connection, SheetValue which, String label) {
        if (SheetSecret.of(connection, which).isPresent()) {
            lines.add(new Field(which.fieldName(), REPOSITORIES, label, null, true));
        }
    }
}
