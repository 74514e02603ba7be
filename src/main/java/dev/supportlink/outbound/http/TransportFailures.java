package dev.supportlink.outbound.http;

import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Finds out from an exception of the HTTP client what happened on the way. */
final class TransportFailures {

    private TransportFailures() {}

    /** What happened; empty when the exception is no failure of a call but a bug. */
    static Optional<UpstreamException> explain(Target target, RuntimeException raised) {
        for (Throwable cause = raised; cause != null; cause = cause.getCause()) {
            if (cause instanceof UpstreamException known) {
                return Optional.of(known);
            }
            if (cause instanceof IOException io) {
                return Optional.of(explain(target, io));
            }
        }
        return Optional.empty();
    }

    private static UpstreamException explain(Target target, IOException io) {
        String host = target.baseUrl().getHost();
        if (io instanceof BoundedStream.AnswerTooLarge) {
            return failure(target, Kind.MALFORMED, "too-large", "The answer of " + host + " is too large.");
        } else if (io instanceof UnknownHostException) {
            return failure(target, Kind.UNAVAILABLE, "dns", "The host name " + host + " does not resolve.");
        } else if (io instanceof ConnectException || io instanceof NoRouteToHostException) {
            return failure(target, Kind.UNAVAILABLE, "connect", "No connection to " + host + ".");
        } else if (io instanceof SSLException) {
            return failure(target, Kind.UNAVAILABLE, "tls", "No secure connection to " + host + ".");
        } else if (io instanceof InterruptedIOException) {
            String code = named(io, "ConnectTimeoutException") ? "connect-timeout" : "timeout";
            return failure(target, Kind.UNAVAILABLE, code, host + " did not answer in time.");
        } else if (named(io, "ClientProtocolException")) {
            return failure(target, Kind.MALFORMED, "malformed", "The answer of " + host + " is not HTTP.");
        }
        return failure(target, Kind.UNAVAILABLE, "reset", "The connection to " + host + " broke off.");
    }

    // The classes of the server's HTTP client are not on the application's class path.
    private static boolean named(IOException io, String simpleName) {
        return io.getClass().getSimpleName().equals(simpleName);
    }

    private static UpstreamException failure(Target target, Kind kind, @Nullable String code, String message) {
        return new UpstreamException(target.system(), kind, code, message);
    }
}
