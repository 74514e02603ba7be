package dev.supportlink.connection;

import org.jspecify.annotations.Nullable;

/**
 * The two Entra applications by which callers sign in, in the set-up type {@code entra}. Client IDs are GUIDs in lower
 * case.
 *
 * @param apiClientId of the REST API application, which tokens are made for; null until its step
 * @param identifierUri another name of the REST API application that a token may carry; null for none
 * @param userClientId of the REST user application, which asks for tokens; also the User ID of the integration user
 */
public record RestApplications(
        @Nullable String apiClientId,
        @Nullable String identifierUri,
        @Nullable String userClientId) {

    public static final RestApplications NONE = new RestApplications(null, null, null);

    public RestApplications withApi(String clientId, @Nullable String newIdentifierUri) {
        return new RestApplications(clientId, newIdentifierUri, userClientId);
    }

    public RestApplications withUser(String clientId) {
        return new RestApplications(apiClientId, identifierUri, clientId);
    }

    /** Whether both are known, so that a caller can sign in. */
    public boolean complete() {
        return apiClientId != null && userClientId != null;
    }
}
