package dev.supportlink.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Refuses a body that is too large: at once where its length is announced, else as soon as it has been read too far. */
@Provider
@PreMatching
@ApplicationScoped
public class BodyLimitFilter implements ContainerRequestFilter {

    @Inject
    HttpSettings settings;

    @Override
    public void filter(ContainerRequestContext request) {
        limit(request, settings.maxBodyBytes());
    }

    static void limit(ContainerRequestContext request, int limit) {
        if (announced(request.getHeaderString(HttpHeaders.CONTENT_LENGTH)) > limit) {
            throw new BodyTooLarge(limit);
        }
        request.setEntityStream(new LimitedStream(request.getEntityStream(), limit));
    }

    private static long announced(String length) {
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }
}
