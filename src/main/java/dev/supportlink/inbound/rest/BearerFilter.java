package dev.supportlink.inbound.rest;

import dev.supportlink.inbound.InboundCaller;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody without a good bearer token past any path under {@code /api}, known or not. Not the container's login:
 * that signs a token of its own per request, which costs most of the throughput.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class BearerFilter implements ContainerRequestFilter {

    private static final String ROOT = "api";
    private static final String SCHEME = "Bearer ";
    private static final byte[] REFUSAL = """
        {"error":{"message":"User Not Authenticated","detail":"Required to provide Auth information"},\
        "status":"failure"}\
        """.getBytes(StandardCharsets.UTF_8);

    @Inject
    BearerCallers callers;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!guarded(request.getUriInfo().getPath())) {
            return;
        }
        Optional<InboundCaller> caller = caller(request.getHeaders().get(HttpHeaders.AUTHORIZATION));
        if (caller.isEmpty()) {
            request.abortWith(refusal());
            return;
        }
        request.setSecurityContext(new CallerContext(caller.get(), request.getUriInfo()));
    }

    /** With any number of slashes in front: whether the matching collapses them is not for us to guess. */
    private static boolean guarded(String path) {
        int start = 0;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        return path.startsWith(ROOT, start);
    }

    private Optional<InboundCaller> caller(@Nullable List<String> authorization) {
        if (authorization == null || authorization.size() != 1) {
            return Optional.empty();
        }
        String header = authorization.get(0);
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? callers.callerOf(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private static Response refusal() {
        return Response.status(Response.Status.UNAUTHORIZED)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"SupportLink\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(REFUSAL)
                .build();
    }
}
