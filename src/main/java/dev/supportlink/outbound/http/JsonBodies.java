package dev.supportlink.outbound.http;

import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads answers whatever media type they claim, because a sign-in page or a captive portal answers 200 with HTML, and
 * says so in our own words; writes JSON objects.
 */
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
@Produces(MediaType.APPLICATION_JSON)
final class JsonBodies implements MessageBodyReader<JsonObject>, MessageBodyWriter<JsonObject> {

    private final String system;

    JsonBodies(String system) {
        this.system = system;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == JsonObject.class;
    }

    @Override
    public JsonObject readFrom(
            Class<JsonObject> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readAllBytes();
        return parse(bytes).orElseThrow(() -> notJson(media, bytes));
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return JsonObject.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            JsonObject object,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        body.write(object.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The object, or empty for anything else. */
    static Optional<JsonObject> parse(byte[] bytes) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return Optional.of(reader.readObject());
        } catch (JsonException | IllegalStateException other) {
            return Optional.empty();
        }
    }

    private UpstreamException notJson(MediaType media, byte[] bytes) {
        boolean html = media.getSubtype().toLowerCase(Locale.ROOT).contains("html") || startsLikeMarkup(bytes);
        return html
                ? new UpstreamException(
                        system, Kind.MALFORMED, "html-instead-of-json", "An HTML page came where JSON was expected.")
                : new UpstreamException(system, Kind.MALFORMED, "malformed", "The answer is not a JSON object.");
    }

    private static boolean startsLikeMarkup(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8)
                .strip()
                .startsWith("<");
    }
}
