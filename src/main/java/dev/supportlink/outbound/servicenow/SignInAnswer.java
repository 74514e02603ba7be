package dev.supportlink.outbound.servicenow;

import dev.supportlink.outbound.http.JsonFields;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.secret.Secret;
import jakarta.json.JsonObject;
import java.time.Duration;

/** What the token endpoint answers, as far as it is used: a refresh token may be missing and is not needed. */
record SignInAnswer(Secret accessToken, Duration expiresIn) {

    // What instances issue unless configured otherwise.
    private static final long USUAL_SECONDS = 1800;

    static SignInAnswer from(JsonObject json) {
        Secret token = JsonFields.text(json, "access_token")
                .map(Secret::of)
                .orElseThrow(() -> new UpstreamException(
                        "instance", Kind.MALFORMED, null, "The answer to the sign-in lacks access_token."));
        return new SignInAnswer(
                token, Duration.ofSeconds(JsonFields.number(json, "expires_in").orElse(USUAL_SECONDS)));
    }
}
