package dev.supportlink.outbound.graph;

import dev.supportlink.outbound.http.JsonFields;
import dev.supportlink.outbound.http.StatusMapper;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads Graph's error bodies: the status and the code decide, never the message. */
final class GraphErrors extends StatusMapper {

    private static final Pattern SHORT_WORD = Pattern.compile("[A-Za-z0-9_.\\-]{1,80}");

    GraphErrors(Clock clock) {
        super("graph", clock);
    }

    @Override
    protected Meaning meaning(int status, Optional<JsonObject> body) {
        Optional<JsonObject> error = body.flatMap(json -> JsonFields.object(json, "error"));
        Optional<String> code = error.flatMap(json -> word(json, "code"));
        String request = error.flatMap(GraphErrors::requestId)
                .map(id -> " (request " + id + ")")
                .orElse("");
        return new Meaning(
                kind(status),
                code.map(GraphErrors::reason).orElse(null),
                "Microsoft Graph answered " + code.orElse("status " + status) + request + ".");
    }

    /** {@code Authorization_RequestDenied} is {@code graph-authorization-request-denied} in the catalogue. */
    private static String reason(String code) {
        String words = code.replaceAll("([a-z])([A-Z])", "$1-$2").replaceAll("[^A-Za-z0-9]+", "-");
        return "graph-" + words.toLowerCase(Locale.ROOT);
    }

    // Both spellings are documented.
    private static Optional<String> requestId(JsonObject error) {
        return JsonFields.object(error, "innerError")
                .or(() -> JsonFields.object(error, "innererror"))
                .flatMap(inner -> word(inner, "request-id"));
    }

    private static Optional<String> word(JsonObject json, String name) {
        return JsonFields.text(json, name)
                .filter(text -> SHORT_WORD.matcher(text).matches());
    }
}
