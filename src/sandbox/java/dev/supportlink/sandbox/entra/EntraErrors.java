package dev.supportlink.sandbox.entra;

import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.JsonTexts;
import dev.supportlink.sandbox.state.Simulation;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes refusals the way Entra ID does. */
final class EntraErrors {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final Simulation simulation;
    private final EntraBehaviour behaviour;

    EntraErrors(Simulation simulation, EntraBehaviour behaviour) {
        this.simulation = simulation;
        this.behaviour = behaviour;
    }

    Answer token(EntraRefusal refusal, boolean v2) {
        return answer(refusal, refusal.reason().error(), v2);
    }

    /** Metadata endpoints name the class of an unknown tenant otherwise than token endpoints do. */
    Answer metadata(EntraRefusal refusal) {
        String error = refusal.reason() == Aadsts.TENANT_UNKNOWN
                ? "invalid_tenant"
                : refusal.reason().error();
        return answer(refusal, error, true);
    }

    private Answer answer(EntraRefusal refusal, String error, boolean v2) {
        String traceId = Simulation.guid();
        String correlationId = Simulation.guid();
        String timestamp = TIMESTAMP.format(simulation.now());
        String description = String.join(
                behaviour.separator(v2),
                refusal.text(),
                "Trace ID: " + traceId,
                "Correlation ID: " + correlationId,
                "Timestamp: " + timestamp);
        JsonObjectBuilder body = JsonTexts.object()
                .add("error", error)
                .add("error_description", description)
                .add("error_codes", JsonTexts.array().add(refusal.reason().code()))
                .add("timestamp", timestamp)
                .add("trace_id", traceId)
                .add("correlation_id", correlationId);
        if (refusal.reason().hasLookupPage()) {
            body.add(
                    "error_uri",
                    "https://login.microsoftonline.com/error?code="
                            + refusal.reason().code());
        }
        return Answer.json(refusal.reason().status(), body.build())
                .with("Cache-Control", "no-store, no-cache")
                .with("x-ms-request-id", traceId);
    }

    static String timestamp(Instant instant) {
        return TIMESTAMP.format(instant);
    }
}
