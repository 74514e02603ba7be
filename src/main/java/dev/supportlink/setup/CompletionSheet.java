package dev.supportlink.setup;

import dev.supportlink.connection.Environment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The guide's "Step 6 - Complete the integration": every value the tenant admin has to copy, in the guide's order. A
 * value that nobody has entered yet is null.
 *
 * @param endpoint a base URL without path; the caller appends {@code /oauth_token.do} and {@code /api/now/...}
 * @param clientId the literal {@code ignored} where the portal asks for one and nobody uses it
 * @param refreshTokenExpiry seconds, as the portal wants them; null where the portal does not ask
 */
public record CompletionSheet(
        long revision,
        String connectionName,
        Environment environment,
        List<Field> fields,
        @Nullable String outboundAppId,
        String repositoryId,
        String endpoint,
        String authenticationType,
        @Nullable String clientId,
        @Nullable Long refreshTokenExpiry,
        @Nullable String restUsername) {

    public CompletionSheet {
        fields = List.copyOf(fields);
    }

    /** One line of the sheet; a secret has no value here, it is shown when it is asked for. */
    public record Field(
            String name,
            String portalTab,
            String portalLabel,
            @Nullable String value,
            boolean secret) {

        public Optional<String> entered() {
            return Optional.ofNullable(value);
        }
    }
}
