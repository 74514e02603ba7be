package dev.supportlink.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One request on the wire, which a fault may answer otherwise than the handler would. */
final class Exchange {

    private final HttpExchange wire;
    private final Handler handler;
    private final Request request;

    Exchange(HttpExchange wire, Request request, Handler handler) {
        this.wire = wire;
        this.request = request;
        this.handler = handler;
    }

    Answer handle() {
        return handler.handle(request);
    }

    void send(Answer answer) throws IOException {
        try (OutputStream out = head(answer)) {
            if (sendsBody(answer)) {
                out.write(answer.bytes());
            }
        }
    }

    void trickle(Answer answer, Duration pause) throws IOException {
        try (OutputStream out = head(answer)) {
            byte[] bytes = answer.bytes();
            for (int i = 0; i < bytes.length && sendsBody(answer); i++) {
                out.write(bytes, i, 1);
                out.flush();
                pause(pause);
            }
        }
    }

    void cutOff(Answer answer) throws IOException {
        byte[] bytes = answer.bytes();
        wire.getResponseHeaders().set("Content-Type", "application/json");
        wire.sendResponseHeaders(answer.status(), bytes.length + 1L);
        wire.getResponseBody().write(bytes, 0, bytes.length / 2);
        wire.getResponseBody().flush();
        drop();
    }

    void flood(int status, long bytes) throws IOException {
        byte[] block = "x".repeat(8192).getBytes(StandardCharsets.US_ASCII);
        wire.getResponseHeaders().set("Content-Type", "application/json");
        wire.sendResponseHeaders(status, 0);
        try (OutputStream out = wire.getResponseBody()) {
            out.write('"');
            for (long sent = 0; sent < bytes; sent += block.length) {
                out.write(block);
            }
            out.write('"');
        }
    }

    /** Ends the connection; what was not sent by now never is. */
    void drop() {
        wire.close();
    }

    static void pause(Duration pause) throws InterruptedIOException {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The server is stopping.");
        }
    }

    private OutputStream head(Answer answer) throws IOException {
        for (Answer.Header header : answer.headers()) {
            wire.getResponseHeaders().add(header.name(), header.value());
        }
        wire.sendResponseHeaders(answer.status(), sendsBody(answer) ? answer.bytes().length : -1);
        return wire.getResponseBody();
    }

    private boolean sendsBody(Answer answer) {
        return !answer.body().isEmpty() && !request.method().equals("HEAD");
    }
}
