package dev.supportlink.incident.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Lets clients that can only POST name another method in {@code X-HTTP-Method-Override}, as ServiceNow does. */
@Provider
@PreMatching
public class MethodOverrideFilter implements ContainerRequestFilter {

    private static final Set<String> METHODS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMethod().equals(HttpMethod.POST)) {
            override(request);
        }
    }

    private static void override(ContainerRequestContext request) {
        String wanted = Objects.toString(request.getHeaderString("X-HTTP-Method-Override"), "")
                .toUpperCase(Locale.ROOT);
        boolean tableApi = request.getUriInfo().getRequestUri().getPath().startsWith("/api/now/");
        if (tableApi && METHODS.contains(wanted)) {
            request.setMethod(wanted);
        }
    }
}
