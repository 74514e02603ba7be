package dev.supportlink.sandbox.caller;

import dev.supportlink.sandbox.http.JsonTexts;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Signs in by password grant and works on incidents, as Microsoft's service did. */
public final class MicrosoftSideCaller {

    private static final String INCIDENTS = "/api/now/table/incident";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final SheetValues sheet;
    private String accessToken = "";
    private String refreshToken = "";

    /** A caller with these values and no token yet. */
    public MicrosoftSideCaller(SheetValues sheet) {
        this.sheet = sheet;
    }

    /** Gets tokens with user name and password. */
    public void signIn() {
        token(
                "The password grant",
                Map.of(
                        "grant_type", "password",
                        "username", sheet.restUsername(),
                        "password", sheet.restPassword()));
    }

    /** Gets another access token with the refresh token. */
    public void refresh() {
        token("The refresh grant", Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /** Creates an incident. */
    public CallerIncident create(Map<String, String> fields) {
        JsonObject result = result("Creating an incident", 201, write("POST", INCIDENTS, fields));
        return new CallerIncident(result.getString("sys_id"), result.getString("number"));
    }

    /** Adds a work note. */
    public void addWorkNote(CallerIncident incident, String text) {
        change("Adding a work note", incident, Map.of("work_notes", text));
    }

    /** Resolves an incident. */
    public void resolve(CallerIncident incident, String closeCode, String closeNotes) {
        change(
                "Resolving the incident",
                incident,
                Map.of("state", "6", "close_code", closeCode, "close_notes", closeNotes));
    }

    /** Reads an incident back. */
    public JsonObject read(CallerIncident incident) {
        return result(
                "Reading the incident",
                200,
                call(INCIDENTS + "/" + incident.sysId()).GET());
    }

    private void change(String what, CallerIncident incident, Map<String, String> fields) {
        result(what, 200, write("PATCH", INCIDENTS + "/" + incident.sysId(), fields));
    }

    private void token(String what, Map<String, String> grant) {
        String form = grant.entrySet().stream()
                .map(each -> field(each.getKey(), each.getValue()))
                .collect(Collectors.joining("&"));
        String client = field("client_id", sheet.clientId()) + "&" + field("client_secret", sheet.clientSecret());
        JsonObject answer = body(
                what,
                200,
                HttpRequest.newBuilder(sheet.endpoint().resolve("/oauth_token.do"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form + "&" + client)));
        accessToken = answer.getString("access_token");
        // An answer to a refresh may leave it out; then the old one stays valid.
        refreshToken = answer.getString("refresh_token", refreshToken);
    }

    private HttpRequest.Builder write(String method, String path, Map<String, String> fields) {
        JsonObjectBuilder body = JsonTexts.object();
        fields.forEach(body::add);
        return call(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.build().toString()));
    }

    private HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(sheet.endpoint().resolve(path)).header("Authorization", "Bearer " + accessToken);
    }

    private JsonObject result(String what, int expected, HttpRequest.Builder request) {
        JsonObject body = body(what, expected, request);
        return Optional.ofNullable(body.getJsonObject("result"))
                .orElseThrow(() -> new CallRefused(what, expected, body.toString()));
    }

    private JsonObject body(String what, int expected, HttpRequest.Builder request) {
        HttpResponse<String> answer = send(what, request);
        if (answer.statusCode() != expected) {
            throw new CallRefused(what, answer.statusCode(), answer.body());
        }
        return JsonTexts.readObject(answer.body())
                .orElseThrow(() -> new CallRefused(what, answer.statusCode(), answer.body()));
    }

    private HttpResponse<String> send(String what, HttpRequest.Builder request) {
        try {
            return http.send(
                    request.header("Accept", "application/json")
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new CallRefused(what, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CallRefused(what, stopped);
        }
    }

    private static String field(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
