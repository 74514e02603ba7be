package dev.supportlink.inbound.rest;

import dev.supportlink.sandbox.caller.SheetValues;
import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.Evaluation;
import dev.supportlink.testing.ReadyServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Calls the OAuth endpoints of a server, well-formed and otherwise, with the values of one connection's sheet. */
final class TokenCalls {

    static final String TOKEN = "/oauth_token.do";
    static final String REVOKE = "/oauth_revoke_token.do";
    static final String FORM = "application/x-www-form-urlencoded";

    private final ReadyServer server;
    private final String connectionId;
    private final SheetValues sheet;

    private TokenCalls(ReadyServer server, String connectionId, SheetValues sheet) {
        this.server = server;
        this.connectionId = connectionId;
        this.sheet = sheet;
    }

    /** For a new connection, with fresh values for both secrets. */
    static TokenCalls forNewConnection(ReadyServer server, AdminClient admin, String name) {
        String id = Evaluation.connection(admin, name);
        String path = "/admin/v1/connections/" + id + "/completion-sheet";
        JsonObject fields = admin.get(path).expect(200).json();
        SheetValues sheet = new SheetValues(
                URI.create(fields.getString("endpoint")),
                fields.getString("clientId"),
                made(admin, path, "clientSecret"),
                fields.getString("restUsername"),
                made(admin, path, "restPassword"));
        return new TokenCalls(server, id, sheet);
    }

    String connectionId() {
        return connectionId;
    }

    SheetValues sheet() {
        return sheet;
    }

    /** {@code client_id=..&client_secret=..} */
    String client() {
        return "client_id=" + sheet.clientId() + "&client_secret=" + sheet.clientSecret();
    }

    /** The password grant without its client. */
    String user() {
        return "grant_type=password&username=" + sheet.restUsername() + "&password=" + sheet.restPassword();
    }

    String basic() {
        return basic(sheet.clientId() + ":" + sheet.clientSecret());
    }

    static String basic(String text) {
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> signIn() {
        return post(TOKEN, user() + "&" + client());
    }

    HttpResponse<String> post(String path, String body) {
        return send(form(path, body));
    }

    HttpRequest.Builder form(String path, String body) {
        return request(path).header("Content-Type", FORM).POST(BodyPublishers.ofString(body));
    }

    HttpRequest.Builder request(String path) {
        return server.request(path);
    }

    /** A request to a path as it is written, not brought into order. */
    HttpRequest.Builder at(String rawPath) {
        return request("/").uri(URI.create(server.base() + rawPath));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return server.send(request.build());
    }

    HttpResponse<String> read(String accessToken) {
        return send(request("/api/now/table/incident?sysparm_limit=1")
                .header("Authorization", "Bearer " + accessToken)
                .header("Accept", "application/json"));
    }

    static JsonObject json(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private static String made(AdminClient admin, String sheet, String name) {
        return admin.post(sheet + "/values/" + name, null).expect(201).json().getString("value");
    }
}
