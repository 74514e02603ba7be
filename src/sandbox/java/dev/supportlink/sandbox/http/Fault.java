package dev.supportlink.sandbox.http;

import java.io.IOException;
import java.time.Duration;

/** One way in which a simulated system misbehaves for one request. */
public abstract sealed class Fault {

    private final String description;

    private Fault(String description) {
        this.description = description;
    }

    abstract void apply(Exchange exchange) throws IOException;

    /** This answer instead of the right one; the request changes nothing. */
    public static Fault answer(Answer answer) {
        return new Instead(answer);
    }

    /** A bare status; the request changes nothing. */
    public static Fault status(int status) {
        return answer(Answer.empty(status));
    }

    /** 429 with a Retry-After value as it stands, fractions and dates included. */
    public static Fault tooManyRequests(String retryAfter) {
        return answer(Answer.empty(429).with("Retry-After", retryAfter));
    }

    /** An HTML page with status 200 where JSON was expected. */
    public static Fault html() {
        return answer(Answer.html(200, "<!DOCTYPE html><html><body>Sign in to continue</body></html>"));
    }

    /** Status 200 and a JSON body that ends too soon. */
    public static Fault malformedJson() {
        return answer(Answer.text(200, "application/json", "{\"result\":{\"sys_id\":\"4f"));
    }

    /** The right answer, this much later; what the request changes is changed at once. */
    public static Fault slow(Duration delay) {
        return new Slow(delay);
    }

    /** The right answer one byte at a time. */
    public static Fault trickle(Duration pauseAfterEachByte) {
        return new Trickle(pauseAfterEachByte);
    }

    /** The connection ends before the request was looked at. */
    public static Fault reset() {
        return new Reset();
    }

    /** The request is carried out, but its answer never leaves. */
    public static Fault lostAnswer() {
        return new LostAnswer();
    }

    /** The request is carried out, and its answer breaks off half way. */
    public static Fault cutOff() {
        return new CutOff();
    }

    /** A JSON string of this many bytes; the request changes nothing. */
    public static Fault hugeBody(long bytes) {
        return new HugeBody(bytes);
    }

    @Override
    public String toString() {
        return description;
    }

    private static final class Instead extends Fault {
        private final Answer answer;

        Instead(Answer answer) {
            super("answers " + answer.status());
            this.answer = answer;
        }

        @Override
        void apply(Exchange exchange) throws IOException {
            exchange.send(answer);
        }
    }

    private static final class Slow extends Fault {
        private final Duration delay;

        Slow(Duration delay) {
            super("answers after " + delay);
            this.delay = delay;
        }

        @Override
        void apply(Exchange exchange) throws IOException {
            Answer answer = exchange.handle();
            Exchange.pause(delay);
            exchange.send(answer);
        }
    }

    private static final class Trickle extends Fault {
        private final Duration pause;

        Trickle(Duration pause) {
            super("answers a byte every " + pause);
            this.pause = pause;
        }

        @Override
        void apply(Exchange exchange) throws IOException {
            exchange.trickle(exchange.handle(), pause);
        }
    }

    private static final class Reset extends Fault {
        Reset() {
            super("resets the connection");
        }

        @Override
        void apply(Exchange exchange) {
            exchange.drop();
        }
    }

    private static final class LostAnswer extends Fault {
        LostAnswer() {
            super("loses the answer");
        }

        @Override
        void apply(Exchange exchange) {
            exchange.handle();
            exchange.drop();
        }
    }

    private static final class CutOff extends Fault {
        CutOff() {
            super("cuts the answer off");
        }

        @Override
        void apply(Exchange exchange) throws IOException {
            exchange.cutOff(exchange.handle());
        }
    }

    private static final class HugeBody extends Fault {
        private final long bytes;

        HugeBody(long bytes) {
            super("answers " + bytes + " bytes");
            this.bytes = bytes;
        }

        @Override
        void apply(Exchange exchange) throws IOException {
            exchange.flood(200, bytes);
        }
    }
}
