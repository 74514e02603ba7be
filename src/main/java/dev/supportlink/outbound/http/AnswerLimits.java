package dev.supportlink.outbound.http;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Bounds the size and the duration of every answer. */
final class AnswerLimits implements ClientRequestFilter, ClientResponseFilter {

    private static final String DEADLINE = AnswerLimits.class.getName() + ".deadline";

    private final int maxBodySize;
    private final Duration callTimeout;
    private final Clock clock;

    AnswerLimits(int maxBodySize, Duration callTimeout, Clock clock) {
        this.maxBodySize = maxBodySize;
        this.callTimeout = callTimeout;
        this.clock = clock;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.setProperty(DEADLINE, clock.instant().plus(callTimeout));
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        InputStream body = response.getEntityStream();
        if (body != null && request.getProperty(DEADLINE) instanceof Instant deadline) {
            response.setEntityStream(new BoundedStream(body, maxBodySize, clock, deadline));
        }
    }
}
