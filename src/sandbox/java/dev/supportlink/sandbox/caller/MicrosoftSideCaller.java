package dev.supportlink.sandbox.caller;

import dev.supportlink.sandbox.http.JsonTexts;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Signs in as the sheet's authentication type says and works on incidents, as Microsoft's service did: by password grant at
 * the endpoint, or with a token of Entra ID.
 */
public final class MicrosoftSideCaller {

    private static final String INCIDENTS = "/api/now/table/incident";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final SheetValues sheet;
    private final URI tenantTokenUrl;
    private String accessToken = "";
    private String refreshToken = "";

    /** A caller with these values and no token yet. */
    public MicrosoftSideCaller(SheetValues sheet) {
        this(sheet, sheet.endpoint().resolve("/oauth_token.do"));
    }

    /**
     * The same for AAD Auth.
     *
     * @param tenantTokenUrl v1 token URL of the tenant whose admin typed the values: Microsoft's side knows its own tenants
     */
    public MicrosoftSideCaller(SheetValues sheet, URI tenantTokenUrl) {
        this.sheet = sheet;
        this.tenantTokenUrl = tenantTokenUrl;
    }

    /** Gets tokens with the sheet's names and secrets. */
    public void signIn() {
        if (sheet.usesEntra()) {
            signInAtEntra();
        } else {
            signInAtEndpoint();
        }
    }

    /** The Rest user asks for a token for the API that the sheet calls Client ID; its client secret is not needed. */
    private void signInAtEntra() {
        JsonObject answer = form(
                "The client-credentials grant",
                tenantTokenUrl,
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", sheet.restUsername(),
                        "client_secret", sheet.restPassword(),
                        "resource", sheet.clientId()));
        accessToken = answer.getString("access_token");
    }

    private void signInAtEndpoint() {
        token(
                "The password grant",
                Map.of(
                        "grant_type", "password",
                        "username", sheet.restUsername(),
                        "password", sheet.restPassword()));
    }

    /** Gets another access token: with the refresh token, or anew where there is none. */
    public void refresh() {
        if (sheet.usesEntra()) {
            signInAtEntra();
            return;
        }
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
        Map<String, String> fields = new LinkedHashMap<>(grant);
        fields.put("client_id", sheet.clientId());
        fields.put("client_secret", sheet.clientSecret());
        JsonObject answer = form(what, sheet.endpoint().resolve("/oauth_token.do"), fields);
        accessToken = answer.getString("access_token");
        // An answer to a refresh may leave it out; then the old one stays valid.
        refreshToken = answer.getString("refresh_token", refreshToken);
    }

    private JsonObject form(String what, URI url, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(each -> field(each.getKey(), each.getValue()))
                .collect(Collectors.joining("&"));
        return body(
                what,
                200,
                HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
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
