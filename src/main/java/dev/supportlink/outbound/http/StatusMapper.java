package dev.supportlink.outbound.http;

import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import jakarta.json.JsonObject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Turns every answer that is not a success into an UpstreamException; each outside system adds what its own error bodies
 * say. A redirect counts as a malformed answer, since none is ever followed.
 */
public abstract class StatusMapper implements ResponseExceptionMapper<UpstreamException> {

    private final String system;
    private final Clock clock;

    protected StatusMapper(String system, Clock clock) {
        this.system = system;
        this.clock = clock;
    }

    /** What the status and the error body mean; the body is empty where it is no JSON object. */
    protected abstract Meaning meaning(int status, Optional<JsonObject> body);

    @Override
    public final boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 300;
    }

    @Override
    public final UpstreamException toThrowable(Response response) {
        int status = response.getStatus();
        if (status < 400) {
            return new UpstreamException(
                    system,
                    Kind.MALFORMED,
                    "redirected",
                    "The answer is a redirect (" + status + "), which is not followed.");
        }
        Meaning meaning = meaning(status, body(response));
        Duration wait =
                RetryAfter.parse(response.getHeaderString("Retry-After"), clock).orElse(null);
        return new UpstreamException(system, meaning.kind(), meaning.code(), wait, meaning.message());
    }

    /** The kind that a status alone stands for. */
    protected static Kind kind(int status) {
        return switch (status) {
            case 401 -> Kind.UNAUTHENTICATED;
            case 403 -> Kind.FORBIDDEN;
            case 404, 410 -> Kind.NOT_FOUND;
            case 408, 425 -> Kind.UNAVAILABLE;
            case 409, 412, 423 -> Kind.CONFLICT;
            case 429 -> Kind.THROTTLED;
            default -> status >= 500 ? Kind.UNAVAILABLE : Kind.REJECTED;
        };
    }

    private static Optional<JsonObject> body(Response response) {
        try {
            return JsonBodies.parse(response.readEntity(byte[].class));
        } catch (ProcessingException | IllegalStateException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * What went wrong, in our words.
     *
     * @param code id in the catalogue of reasons; null to fall back on system and kind
     */
    public record Meaning(Kind kind, @Nullable String code, String message) {}
}
