package dev.supportlink.sandbox.http;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** Lets a person order faults from a running server by curl: {@code /__sandbox/faults}. */
final class ControlRoutes {

    static final String PREFIX = "/__sandbox/";

    private final Faults faults;

    ControlRoutes(Faults faults) {
        this.faults = faults;
    }

    Routes routes() {
        return new Routes()
                .on("GET", PREFIX + "faults", request -> Answer.json(200, list()))
                .on("POST", PREFIX + "faults", this::add)
                .on("DELETE", PREFIX + "faults", request -> clear());
    }

    private JsonObject list() {
        JsonArrayBuilder waiting = JsonTexts.array();
        faults.describe().forEach(waiting::add);
        return JsonTexts.object().add("waiting", waiting).build();
    }

    private Answer clear() {
        faults.clear();
        return Answer.empty(204);
    }

    private Answer add(Request request) {
        try {
            JsonObject order = request.json().orElseThrow(() -> new IllegalArgumentException("a JSON object"));
            Fault fault = fault(order);
            faults.on(order.getString("method", ""), order.getString("path", ""), order.getInt("times", 1), fault);
            return Answer.json(201, list());
        } catch (IllegalArgumentException | DateTimeParseException | ClassCastException wrong) {
            String expected = "Expected {fault: answer|slow|trickle|reset|lost-answer|cut-off|html|malformed-json|"
                    + "huge-body, method?, path?, times?, status?, headers?, body?, delay?, bytes?}.";
            return Answer.json(400, JsonTexts.object().add("message", expected).build());
        }
    }

    private static Fault fault(JsonObject order) {
        return switch (order.getString("fault", "")) {
            case "answer" -> Fault.answer(answer(order));
            case "slow" -> Fault.slow(delay(order));
            case "trickle" -> Fault.trickle(delay(order));
            case "reset" -> Fault.reset();
            case "lost-answer" -> Fault.lostAnswer();
            case "cut-off" -> Fault.cutOff();
            case "html" -> Fault.html();
            case "malformed-json" -> Fault.malformedJson();
            case "huge-body" -> Fault.hugeBody(order.getInt("bytes", 64 * 1024 * 1024));
            default -> throw new IllegalArgumentException("an unknown fault");
        };
    }

    private static Answer answer(JsonObject order) {
        Answer answer = Answer.text(order.getInt("status", 503), "application/json", order.getString("body", ""));
        for (Map.Entry<String, JsonValue> header : Optional.ofNullable(order.getJsonObject("headers"))
                .orElse(JsonValue.EMPTY_JSON_OBJECT)
                .entrySet()) {
            answer = answer.with(header.getKey(), ((JsonString) header.getValue()).getString());
        }
        return answer;
    }

    private static Duration delay(JsonObject order) {
        return Duration.parse(order.getString("delay", "PT5S"));
    }
}
