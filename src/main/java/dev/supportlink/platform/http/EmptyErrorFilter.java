package dev.supportlink.platform.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/** Gives an error that a resource answered without a body the shape of its path. */
@Provider
@ApplicationScoped
@Priority(Priorities.ENTITY_CODER)
public class EmptyErrorFilter implements ContainerResponseFilter {

    @Inject
    Problems problems;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() >= 400 && !response.hasEntity()) {
            Response shaped = problems.respond(StatusProblems.of(response.getStatus()));
            response.setEntity(shaped.getEntity(), new Annotation[0], shaped.getMediaType());
        }
    }
}
