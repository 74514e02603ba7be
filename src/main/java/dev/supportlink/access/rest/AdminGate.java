package dev.supportlink.access.rest;

import dev.supportlink.access.OpenToStrangers;
import dev.supportlink.access.PresentUser;
import dev.supportlink.access.SignInRefused;
import dev.supportlink.access.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Refuses every matched resource below {@code /admin} when nobody signed in. {@link AdminSignInFilter} does so already;
 * should the container and JAX-RS ever read a path differently, this one decides by the resource itself.
 * It also keeps the holder of a hand-over inside of it.
 */
@Provider
@ApplicationScoped
public class AdminGate implements ContainerRequestFilter {

    @Inject
    PresentUser present;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (isAdmin(resource.getResourceClass().getAnnotation(Path.class))
                && !resource.getResourceMethod().isAnnotationPresent(OpenToStrangers.class)) {
            SignedIn user = present.get().orElseThrow(SignInRefused::new);
            HandOverLimits limits =
                    new HandOverLimits(resource, request.getUriInfo().getPathParameters());
            user.handOver().ifPresent(limits::hold);
        }
    }

    /** What does not say where it stands counts as guarded. */
    static boolean isAdmin(@Nullable Path path) {
        return path == null || path.value().startsWith("/admin");
    }
}
