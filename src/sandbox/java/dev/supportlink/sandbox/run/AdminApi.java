package dev.supportlink.sandbox.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The admin REST API as one user sees it. */
final class AdminApi {

    /** Longer than any {@code ?wait=} the driver asks for. */
    private static final Duration LIMIT = Duration.ofSeconds(150);

    private final HttpClient http;
    private final URI baseUrl;
    private final String userName;
    private final String authorization;

    AdminApi(HttpClient http, URI baseUrl, String userName, String password) {
        this.http = http;
        this.baseUrl = baseUrl;
        this.userName = userName;
        byte[] pair = (userName + ":" + password).getBytes(StandardCharsets.UTF_8);
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    String userName() {
        return userName;
    }

    AdminApi as(String otherName, String password) {
        return new AdminApi(http, baseUrl, otherName, password);
    }

    ApiReply get(String path) {
        return send(request(path).GET());
    }

    ApiReply post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    ApiReply post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(text(json)));
    }

    ApiReply put(String path, String json, String ifMatch) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .PUT(text(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(baseUrl.resolve(path))
                .timeout(LIMIT)
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", authorization);
    }

    private ApiReply send(HttpRequest.Builder request) {
        HttpRequest sent = request.build();
        try {
            HttpResponse<String> answer = http.send(sent, BodyHandlers.ofString());
            return new ApiReply(answer.statusCode(), answer.body());
        } catch (IOException broken) {
            throw new RunFailed(
                    sent.method() + " " + sent.uri().getPath() + " was not answered: " + broken,
                    "Look into the server's messages.log: it may have stopped.");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RunFailed("The server is stopping.", "Nothing; start it again to go on.");
        }
    }

    private static BodyPublisher text(String json) {
        return BodyPublishers.ofString(json);
    }
}
