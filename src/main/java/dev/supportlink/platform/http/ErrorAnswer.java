package dev.supportlink.platform.http;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An error in its final form: status, headers and the body's text. */
public record ErrorAnswer(int status, Map<String, String> headers, String mediaType, String json) {

    public ErrorAnswer {
        headers = Map.copyOf(headers);
    }

    static ErrorAnswer of(int status, Map<String, String> headers, ErrorBody body) {
        String json = Json.createObjectBuilder(body.members()).build().toString();
        return new ErrorAnswer(status, headers, body.mediaType(), json);
    }

    /** The same as an answer of JAX-RS. */
    public Response toResponse() {
        Response.ResponseBuilder builder = Response.status(status)
                .entity(json.getBytes(StandardCharsets.UTF_8))
                .type(mediaType);
        headers.forEach(builder::header);
        return builder.build();
    }

    /**
     * Sends it outside of JAX-RS. To HEAD without the body: the container takes it out in most places, but not in all, and
     * the bytes would be read as the beginning of the next answer.
     */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(mediaType);
        response.setContentLength(bytes.length);
        if (request.getMethod().equals("TRACE")) {
            // The server leaves the body of TRACE in the connection and would read it as the next request.
            response.setHeader("Connection", "close");
        }
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
        response.flushBuffer();
    }
}
