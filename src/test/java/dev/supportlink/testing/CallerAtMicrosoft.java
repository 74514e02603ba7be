package dev.supportlink.testing;

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

/** The caller at Microsoft's side: signs in with what stands on the completion sheet and works on incidents. */
public final class CallerAtMicrosoft {

    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final String TABLE = "/api/now/table/incident";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final String token;

    private CallerAtMicrosoft(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** Reads the sheet, has its two values made and signs in with the password grant. */
    public static CallerAtMicrosoft signedIn(AdminClient admin, URI base, String connectionId) {
        String sheet = "/admin/v1/connections/" + connectionId + "/completion-sheet";
        JsonObject fields = admin.get(sheet).expect(200).json();
        Map<String, String> form = Map.of(
                "grant_type", "password",
                "client_id", fields.getString("clientId"),
                "client_secret", made(admin, sheet, "clientSecret"),
                "username", fields.getString("restUsername"),
                "password", made(admin, sheet, "restPassword"));
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/oauth_token.do"))
                .timeout(ANSWER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        HttpResponse<String> answer = send(HttpClient.newHttpClient(), request);
        if (answer.statusCode() != 200) {
            throw new AssertionError("no token: " + answer.statusCode() + " " + answer.body());
        }
        return new CallerAtMicrosoft(base, json(answer.body()).getString("access_token"));
    }

    /** The record that is answered. */
    public JsonObject create(JsonObject fields) {
        return result(post(TABLE, fields.toString()), 201);
    }

    public JsonObject change(String sysId, JsonObject fields) {
        return result(
                send(request(TABLE + "/" + sysId)
                        .header("Content-Type", "application/json")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString(fields.toString()))),
                200);
    }

    public JsonObject read(String sysId) {
        return result(get(TABLE + "/" + sysId), 200);
    }

    public HttpResponse<String> get(String pathAndQuery) {
        return send(request(pathAndQuery).GET());
    }

    public HttpResponse<String> post(String pathAndQuery, String body) {
        return send(request(pathAndQuery)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A request with this caller's token. */
    public HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(base + pathAndQuery))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(http, request.build());
    }

    public static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static JsonObject result(HttpResponse<String> answer, int expected) {
        if (answer.statusCode() != expected) {
            throw new AssertionError("expected " + expected + ": " + answer.statusCode() + " " + answer.body());
        }
        return json(answer.body()).getJsonObject("result");
    }

    private static String made(AdminClient admin, String sheet, String name) {
        return admin.post(sheet + "/values/" + name, null).expect(201).json().getString("value");
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
