package dev.supportlink.testing;

import dev.supportlink.testing.AdminClient.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The admin API as the page of one browser calls it: it keeps cookies, and knows no password. */
public final class BrowserClient {

    private static final Duration ANSWER = Duration.ofSeconds(150);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final Map<String, String> cookies;

    public BrowserClient(URI base) {
        this(base, new TreeMap<>());
    }

    private BrowserClient(URI base, Map<String, String> cookies) {
        this.base = base;
        this.cookies = cookies;
    }

    /** The same browser, led to another node by a load balancer. */
    public BrowserClient at(URI node) {
        return new BrowserClient(node, cookies);
    }

    /** Trades a link as the page does: what stands behind the {@code #} goes into the body. */
    public Reply open(String link) {
        String token = link.substring(link.indexOf('#') + 1);
        return post(
                "/admin/v1/hand-over-sessions",
                Json.createObjectBuilder().add("token", token).build());
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
        HttpRequest.Builder request = json(path);
        return send((ifMatch == null ? request : request.header("If-Match", ifMatch)).PUT(text(body)));
    }

    public Reply delete(String path) {
        return send(request(path).DELETE());
    }

    /** Any request, with this browser's cookies. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER);
        return cookies.isEmpty() ? request : request.header("Cookie", cookieHeader());
    }

    /** What the browser holds, by name. */
    public Map<String, String> cookies() {
        return cookies;
    }

    public Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Reply(answer.statusCode(), answer.headers().firstValue("ETag"), answer.body(), answer);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void keep(String header) {
        String pair = header.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        if (header.contains("Max-Age=0;")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(pair.indexOf('=') + 1));
        }
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher text(JsonObject body) {
        return HttpRequest.BodyPublishers.ofString(body.toString());
    }
}
