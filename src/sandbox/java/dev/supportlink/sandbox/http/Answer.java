package dev.supportlink.sandbox.http;

import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One HTTP answer: status, headers in order, and the whole body. */
public record Answer(int status, List<Header> headers, String body) {

    /** One header line. */
    public record Header(String name, String value) {}

    public Answer {
        headers = List.copyOf(headers);
    }

    /** The body as it goes over the wire. */
    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** An answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, List.of(), "");
    }

    /** A JSON answer. */
    public static Answer json(int status, JsonValue value) {
        return text(status, "application/json;charset=UTF-8", value.toString());
    }

    /** An HTML page, as log-in pages and hibernating instances send it. */
    public static Answer html(int status, String page) {
        return text(status, "text/html;charset=UTF-8", page);
    }

    /** Any text with its media type. */
    public static Answer text(int status, String mediaType, String text) {
        return new Answer(status, List.of(new Header("Content-Type", mediaType)), text);
    }

    /** The same answer with one more header. */
    public Answer with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Answer(status, more, body);
    }

    /** The same answer with its body left out. */
    public Answer withoutBody() {
        return new Answer(status, headers, "");
    }
}
