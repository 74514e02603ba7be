package dev.supportlink.setup.steps;

import dev.supportlink.connection.Connection;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.StepId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Client IDs of Entra applications as a person types them; each step has an application of its own. */
final class ClientIds {

    static final String FIELD = "clientId";
    static final String FORM =
            "must be the Application (client) ID, a GUID such as 11111111-2222-3333-4444-555555555555";

    private ClientIds() {}

    /** The typed client ID, or an empty text after what is wrong with it was noted. */
    static String read(Answers answers, Connection connection, StepId step) {
        return read(answers, connection, step, true).orElse("");
    }

    /** The typed client ID, where one may be left out. */
    static Optional<String> read(Answers answers, Connection connection, StepId step, boolean required) {
        Optional<String> clientId = answers.text(FIELD, required, FORM, ClientIds::normal);
        clientId.flatMap(id -> taken(connection, step, id)).ifPresent(message -> answers.wrong(FIELD, message));
        return clientId;
    }

    /** Looks again when the answer is stored: another admin may have been faster. */
    static Connection free(Connection now, StepId step, String clientId) {
        taken(now, step, clientId).ifPresent(message -> {
            throw new InvalidInput(FIELD, message);
        });
        return now;
    }

    static Optional<String> normal(String text) {
        return OutboundCredential.GUID.matcher(text).matches()
                ? Optional.of(text.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static Optional<String> taken(Connection connection, StepId step, String clientId) {
        return known(connection).entrySet().stream()
                .filter(other -> other.getKey() != step && clientId.equals(other.getValue()))
                .findFirst()
                .map(other -> "is the application of step " + other.getKey().word()
                        + "; register another application for this step and enter its Application (client) ID");
    }

    private static Map<StepId, @Nullable String> known(Connection connection) {
        Map<StepId, @Nullable String> known = new EnumMap<>(StepId.class);
        known.put(StepId.ENTRA_APPLICATION, connection.entraClientId());
        known.put(StepId.REST_API_APPLICATION, connection.restApplications().apiClientId());
        known.put(StepId.REST_USER_APPLICATION, connection.restApplications().userClientId());
        return known;
    }
}
