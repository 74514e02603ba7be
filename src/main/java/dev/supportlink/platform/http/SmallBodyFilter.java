package dev.supportlink.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Refuses a body that is larger than what strangers have to send. */
@Provider
@SmallBody
@ApplicationScoped
public class SmallBodyFilter implements ContainerRequestFilter {

    static final int LIMIT = 2048;

    @Override
    public void filter(ContainerRequestContext request) {
        BodyLimitFilter.limit(request, LIMIT);
    }
}
