package dev.supportlink.testing;

import dev.supportlink.sandbox.caller.SheetValues;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** A caller that shows what it got: for tests that look at tokens and raw answers. */
public final class CallerClient {

    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final SheetValues sheet;

    public CallerClient(URI base, SheetValues sheet) {
        this.base = base;
        this.sheet = sheet;
    }

    /** The whole token answer; AssertionError when it is refused. */
    public JsonObject passwordGrant() {
        HttpResponse<String> answer = form(
                "/oauth_token.do",
                Map.of(
                        "grant_type", "password",
                        "client_id", sheet.clientId(),
                        "client_secret", sheet.clientSecret(),
                        "username", sheet.restUsername(),
                        "password", sheet.restPassword()));
        if (answer.statusCode() != 200) {
            throw new AssertionError("password grant: " + answer.statusCode() + " " + answer.body());
        }
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    public HttpResponse<String> form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(ANSWER).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
