package dev.supportlink.access.rest;

import dev.supportlink.access.HandOverPass;
import dev.supportlink.access.NotAllowed;
import dev.supportlink.access.OpenToHandOvers;
import dev.supportlink.connection.ConnectionNotFound;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the holder of a hand-over inside of it, before any resource runs: whatever names another connection answers as if
 * there were none, and what is not marked for hand-overs is refused.
 */
final class HandOverLimits {

    private static final Pattern OF_ONE_CONNECTION =
            Pattern.compile("/admin/v1/connections/\\{\\s*(\\w+)\\s*(:[^}]*)?\\}.*");

    private final ResourceInfo resource;
    private final MultivaluedMap<String, String> pathParameters;

    HandOverLimits(ResourceInfo resource, MultivaluedMap<String, String> pathParameters) {
        this.resource = resource;
        this.pathParameters = pathParameters;
    }

    void hold(HandOverPass pass) {
        connection().filter(named -> !named.equals(pass.connectionId())).ifPresent(other -> {
            throw new ConnectionNotFound(other);
        });
        if (!resource.getResourceMethod().isAnnotationPresent(OpenToHandOvers.class)) {
            throw new NotAllowed("A hand-over is for the steps of one admin role of one connection only.");
        }
    }

    private Optional<String> connection() {
        Matcher one = OF_ONE_CONNECTION.matcher(template());
        return one.matches() ? Optional.ofNullable(pathParameters.getFirst(one.group(1))) : Optional.empty();
    }

    private String template() {
        String whole = path(resource.getResourceClass().getAnnotation(Path.class)) + "/"
                + path(resource.getResourceMethod().getAnnotation(Path.class));
        return whole.replaceAll("/+", "/");
    }

    private static String path(@Nullable Path path) {
        return path == null ? "" : "/" + path.value();
    }
}
