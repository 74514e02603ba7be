package dev.supportlink.platform.http;

import java.util.logging.Handler;
import java.util.logging.LogRecord;

/**
 * Adds the request's id to every line of ours, so that no line has to ask for it. A handler of our own logger runs before
 * the server's, which writes the line.
 */
final class RequestIdHandler extends Handler {

    @Override
    public void publish(LogRecord line) {
        if (RequestId.present()) {
            line.setMessage(line.getMessage() + " [request " + RequestId.current() + "]");
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
