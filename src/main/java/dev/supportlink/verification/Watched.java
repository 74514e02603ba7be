package dev.supportlink.verification;

import dev.supportlink.connection.SetupType;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretVersion;
import java.util.List;

/** A secret whose end is watched, and where another one is entered. */
enum Watched {
    OUTBOUND(SecretKind.OUTBOUND_CLIENT_SECRET, "outbound client secret", "entra-application"),
    REST_API(SecretKind.REST_API_CLIENT_SECRET, "REST API client secret", "rest-api-application"),
    REST_USER(SecretKind.REST_USER_CLIENT_SECRET, "REST user client secret", "rest-user-application");

    private final SecretKind kind;
    private final String label;
    private final String step;

    Watched(SecretKind kind, String label, String step) {
        this.kind = kind;
        this.label = label;
        this.step = step;
    }

    static List<Watched> of(SetupType type) {
        return type == SetupType.ENTRA ? List.of(values()) : List.of(OUTBOUND);
    }

    SecretKind kind() {
        return kind;
    }

    String step() {
        return step;
    }

    String named(SecretVersion version) {
        return label + (version.hint().isEmpty() ? "" : " " + version.hint() + "...");
    }
}
