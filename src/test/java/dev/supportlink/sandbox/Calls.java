package dev.supportlink.sandbox;

import dev.supportlink.sandbox.http.JsonTexts;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls simulators over HTTP as any client does. */
public final class Calls {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI baseUri;
    private final List<String> headers;

    private Calls(URI baseUri, List<String> headers) {
        this.baseUri = baseUri;
        this.headers = headers;
    }

    /** One answer. */
    public record Reply(int status, Map<String, List<String>> headers, String body) {

        /** The body as a JSON object. */
        public JsonObject json() {
            return JsonTexts.readObject(body).orElseThrow(() -> new AssertionError("No JSON object: " + body));
        }

        /** The object below {@code result}. */
        public JsonObject result() {
            return json().getJsonObject("result");
        }

        /** The objects below {@code result} or {@code value}. */
        public List<JsonObject> items() {
            String name = json().containsKey("result") ? "result" : "value";
            return json().getJsonArray(name).getValuesAs(JsonObject.class);
        }

        /** A header's value, or nothing. */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(name))
                    .map(each -> String.join(",", each.getValue()))
                    .collect(Collectors.joining());
        }
    }

    /** Calls without any credential. */
    public static Calls to(URI baseUri) {
        return new Calls(baseUri, List.of());
    }

    /** The same with a bearer token. */
    public Calls bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same with Basic credentials. */
    public Calls basic(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** The same with one more header. */
    public Calls with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(name, value));
        return new Calls(baseUri, more);
    }

    /** Sends a GET. */
    public Reply get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** Sends a request without a body. */
    public Reply call(String method, String path) {
        return send(method, path, BodyPublishers.noBody());
    }

    /** Posts a form, given as names and values in turn. */
    public Reply form(String path, String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", path, BodyPublishers.ofString(String.join("&", pairs)));
    }

    /** Sends JSON. */
    public Reply json(String method, String path, String body) {
        return with("Content-Type", "application/json").send(method, path, BodyPublishers.ofString(body));
    }

    /** Sends any body. */
    public Reply send(String method, String path, BodyPublisher body) {
        try {
            return reply(method, path, body);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /** Sends any body and lets connection failures through. */
    public Reply reply(String method, String path, BodyPublisher body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(baseUri.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers().map(), response.body());
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
