package dev.supportlink.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The admin API as one user calls it from a script. */
public final class AdminClient {

    private static final Duration ANSWER = Duration.ofSeconds(150);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final String authorization;

    public AdminClient(URI base, String name, String password) {
        this.base = base;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** The first user, with the password that the server wrote to its data directory. */
    public static AdminClient first(URI base, Path dataDirectory) {
        try {
            Path file = dataDirectory.resolve("initial-admin-password");
            return new AdminClient(base, "admin", Files.readString(file).strip());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Another user of the same server. */
    public AdminClient as(String name, String password) {
        return new AdminClient(base, name, password);
    }

    /** An answer: its status, its ETag and its body, parsed when it is a JSON object. */
    public record Reply(int status, Optional<String> etag, String text, HttpResponse<String> response) {

        public JsonObject json() {
            return Json.createReader(new StringReader(text)).readObject();
        }

        /** The same reply, after an AssertionError unless it has this status. */
        public Reply expect(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + ", got " + status + ": " + text);
            }
            return this;
        }
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    public Reply post(String path, @Nullable JsonObject body) {
        return send(
                body == null
                        ? request(path).POST(HttpRequest.BodyPublishers.noBody())
                        : json(path).POST(text(body)));
    }

    public Reply put(String path, JsonObject body, @Nullable String ifMatch) {
        return send(matching(json(path), ifMatch).PUT(text(body)));
    }

    public Reply patch(String path, JsonObject body, @Nullable String ifMatch) {
        return send(matching(json(path), ifMatch).method("PATCH", text(body)));
    }

    public Reply delete(String path) {
        return send(request(path).DELETE());
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER).header("Authorization", authorization);
    }

    public Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(answer.statusCode(), answer.headers().firstValue("ETag"), answer.body(), answer);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private static HttpRequest.Builder matching(HttpRequest.Builder request, @Nullable String ifMatch) {
        return ifMatch == null ? request : request.header("If-Match", ifMatch);
    }

    private static HttpRequest.BodyPublisher text(JsonObject body) {
        return HttpRequest.BodyPublishers.ofString(body.toString());
    }
}
