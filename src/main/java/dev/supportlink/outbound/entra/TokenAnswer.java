package dev.supportlink.outbound.entra;

import dev.supportlink.outbound.http.JsonFields;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.secret.Secret;
import jakarta.json.JsonObject;
import java.time.Duration;

/** What a token endpoint answers; v1 writes the lifetime as a string, v2 as a number. */
record TokenAnswer(Secret accessToken, Duration expiresIn) {

    static TokenAnswer from(JsonObject json) {
        String token = JsonFields.text(json, "access_token").orElseThrow(() -> lacks("access_token"));
        long seconds = JsonFields.number(json, "expires_in").orElseThrow(() -> lacks("expires_in"));
        return new TokenAnswer(Secret.of(token), Duration.ofSeconds(seconds));
    }

    private static UpstreamException lacks(String member) {
        return new UpstreamException(
                "entra", Kind.MALFORMED, null, "The answer of the token endpoint lacks " + member + ".");
    }
}
