package dev.supportlink.access.rest;

import dev.supportlink.access.PresentUser;
import dev.supportlink.access.SignInRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses every matched resource below {@code admin} when nobody signed in. The container does so already; should the
 * two ever read a path differently, this one decides by the path that chose the resource.
 */
@Provider
@ApplicationScoped
public class AdminGate implements ContainerRequestFilter {

    @Inject
    PresentUser present;

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        boolean admin = path.startsWith("admin") || path.startsWith("/admin");
        if (admin && present.get().isEmpty()) {
            throw new SignInRefused();
        }
    }
}
