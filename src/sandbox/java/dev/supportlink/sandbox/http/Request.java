package dev.supportlink.sandbox.http;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One HTTP request, read in full. */
public record Request(
        String method,
        String path,
        Parameters query,
        Map<String, List<String>> headers,
        String body,
        Map<String, String> variables) {

    private static final String BEARER = "bearer ";

    /** The same request with the values its route found in the path. */
    Request withVariables(Map<String, String> found) {
        return new Request(method, path, query, headers, body, Map.copyOf(found));
    }

    /** The same request with another method. */
    public Request withMethod(String other) {
        return new Request(other, path, query, headers, body, variables);
    }

    /** A value the route found in the path. */
    public String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    /** The first value of a header, whatever its letter case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** Whether the body is declared as a form. */
    public boolean isForm() {
        return hasType("application/x-www-form-urlencoded");
    }

    /** Whether the body is declared as JSON. */
    public boolean isJson() {
        return hasType("application/json");
    }

    /** The form fields; none when the body is no form. */
    public Parameters form() {
        return Parameters.parse(isForm() ? body : "");
    }

    /** The JSON object in the body, if it is one. */
    public Optional<JsonObject> json() {
        return JsonTexts.readObject(body);
    }

    /** The bearer token, if one was sent. */
    public Optional<String> bearer() {
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    /** The Basic credentials, if they were sent. */
    public Optional<BasicCredentials> basic() {
        return header("Authorization").flatMap(BasicCredentials::read);
    }

    private boolean hasType(String mediaType) {
        return header("Content-Type")
                .map(value -> value.toLowerCase(Locale.ROOT).startsWith(mediaType))
                .orElse(false);
    }
}
