package dev.supportlink.setup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The guide's "Step 6 - Complete the integration": every value the tenant admin has to copy, in the guide's order.
 *
 * @param endpoint a base URL without path; the caller appends {@code /oauth_token.do} and {@code /api/now/...}
 * @param refreshTokenExpiry seconds, as the portal wants them
 */
public record CompletionSheet(
        long revision,
        List<Field> fields,
        @Nullable String outboundAppId,
        String repositoryId,
        String endpoint,
        String authenticationType,
        String clientId,
        long refreshTokenExpiry,
        String restUsername) {

    /** One line of the sheet; a secret has no value here, it is made when it is asked for. */
    public record Field(
            String name,
            String portalTab,
            String portalLabel,
            @Nullable String value,
            boolean secret) {}
}
