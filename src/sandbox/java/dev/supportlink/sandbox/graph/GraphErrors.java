package dev.supportlink.sandbox.graph;

import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.JsonTexts;
import dev.supportlink.sandbox.http.Request;
import dev.supportlink.sandbox.state.Simulation;
import jakarta.json.JsonObjectBuilder;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes refusals the way Graph does. */
final class GraphErrors {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Simulation simulation;

    GraphErrors(Simulation simulation) {
        this.simulation = simulation;
    }

    Answer answer(Request request, GraphRefusal refusal) {
        String requestId = Simulation.guid();
        JsonObjectBuilder error = JsonTexts.object()
                .add("code", refusal.code())
                .add("message", refusal.text())
                .add("innerError", innerError(request, requestId));
        return Answer.json(
                        refusal.status(), JsonTexts.object().add("error", error).build())
                .with("request-id", requestId)
                .with("client-request-id", clientRequestId(request, requestId));
    }

    Answer tooManyRequests(Request request, String retryAfter) {
        String requestId = Simulation.guid();
        JsonObjectBuilder error = JsonTexts.object()
                .add("code", "TooManyRequests")
                .add(
                        "innerError",
                        innerError(request, requestId)
                                .add("code", "429")
                                .add("message", "Please retry after")
                                .add("status", "429"))
                .add("message", "Please retry again later.");
        return Answer.json(429, JsonTexts.object().add("error", error).build())
                .with("Retry-After", retryAfter)
                .with("request-id", requestId);
    }

    private JsonObjectBuilder innerError(Request request, String requestId) {
        return JsonTexts.object()
                .add("date", DATE.format(simulation.now()))
                .add("request-id", requestId)
                .add("client-request-id", clientRequestId(request, requestId));
    }

    private static String clientRequestId(Request request, String requestId) {
        return request.header("client-request-id").orElse(requestId);
    }
}
