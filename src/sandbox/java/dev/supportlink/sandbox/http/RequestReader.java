package dev.supportlink.sandbox.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a request from the wire, up to a size that no right request reaches. */
final class RequestReader {

    private static final int LIMIT = 4 * 1024 * 1024;

    private RequestReader() {}

    static Optional<Request> read(HttpExchange wire) throws IOException {
        byte[] body = wire.getRequestBody().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            return Optional.empty();
        }
        String query = wire.getRequestURI().getRawQuery();
        return Optional.of(new Request(
                wire.getRequestMethod(),
                wire.getRequestURI().getPath(),
                Parameters.parse(query == null ? "" : query),
                headers(wire.getRequestHeaders()),
                new String(body, StandardCharsets.UTF_8),
                Map.of()));
    }

    private static Map<String, List<String>> headers(Headers sent) {
        Map<String, List<String>> headers = new HashMap<>();
        sent.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return headers;
    }
}
