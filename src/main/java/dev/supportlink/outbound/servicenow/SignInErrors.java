package dev.supportlink.outbound.servicenow;

import dev.supportlink.outbound.http.StatusMapper;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Optional;

/** Reads refusals of the token endpoint, which says {@code server_error} and {@code access_denied} for every cause. */
final class SignInErrors extends StatusMapper {

    SignInErrors(Clock clock) {
        super("instance", clock);
    }

    @Override
    protected Meaning meaning(int status, Optional<JsonObject> body) {
        // Standard OAuth refusals come with 400; they concern the credential as much as the usual 401 does.
        boolean refused = status == 401 || (status == 400 && body.isPresent());
        return refused
                ? new Meaning(
                        Kind.UNAUTHENTICATED,
                        "instance-server-error",
                        "The instance refused the sign-in; it does not say why.")
                : new Meaning(kind(status), null, "The instance answered the sign-in with status " + status + ".");
    }
}
