package dev.supportlink.sandbox.run;

import dev.supportlink.sandbox.http.JsonTexts;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An answer of the admin API. */
record ApiReply(int status, String body) {

    /** The body, when the status is one of those; otherwise the run ends with what the problem says. */
    JsonObject expect(String what, Integer... statuses) {
        if (!Arrays.asList(statuses).contains(status)) {
            throw failure(what);
        }
        return JsonTexts.readObject(body).orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    RunFailed failure(String what) {
        return new RunFailed(what + " was answered " + status + described(), advice());
    }

    boolean mentions(String text) {
        return body.contains(text);
    }

    private String described() {
        Optional<JsonObject> problem = JsonTexts.readObject(body);
        if (problem.isEmpty()) {
            return body.isBlank() ? "." : ": " + shortened(body);
        }
        StringBuilder text = new StringBuilder();
        for (String part : new String[] {"title", "detail"}) {
            text(problem.get(), part).ifPresent(value -> text.append(": ").append(value));
        }
        errors(problem.get())
                .forEach(error -> text.append("\n    ")
                        .append(text(error, "field").orElse(""))
                        .append(": ")
                        .append(text(error, "message").orElse("")));
        return text.toString();
    }

    private String advice() {
        Optional<String> remedy = JsonTexts.readObject(body)
                .map(problem -> problem.get("remedy"))
                .filter(JsonObject.class::isInstance)
                .flatMap(value -> text(value.asJsonObject(), "text"));
        return remedy.orElseGet(() -> switch (status) {
            case 401 ->
                "The passwords the sandbox knows are not those of the server. Stop it, run \"mvn clean\", start again.";
            case 429 -> "Wait some minutes, then start again.";
            default ->
                "Look into the server's messages.log. To begin anew: stop the server, run \"mvn clean\", start"
                        + " again.";
        });
    }

    private static List<JsonObject> errors(JsonObject problem) {
        return Optional.ofNullable(problem.getJsonArray("errors")).stream()
                .flatMap(errors -> errors.getValuesAs(JsonObject.class).stream())
                .toList();
    }

    private static Optional<String> text(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name))
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString());
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= 200 ? line : line.substring(0, 200) + " ...";
    }

    @Override
    public String toString() {
        return "ApiReply[status=" + status + "]";
    }
}
