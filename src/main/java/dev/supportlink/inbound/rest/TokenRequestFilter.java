package dev.supportlink.inbound.rest;

import com.nimbusds.common.contenttype.ContentType;
import dev.supportlink.inbound.InboundSettings;
import dev.supportlink.platform.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.ParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets only small form bodies by POST through to the OAuth endpoints, and says no in the shape of RFC 6749. */
@Provider
@PreMatching
@ApplicationScoped
public class TokenRequestFilter implements ContainerRequestFilter {

    @Inject
    Settings settings;

    @Inject
    TokenAnswers answers;

    private int maxSize;

    @PostConstruct
    void open() {
        maxSize = settings.get(InboundSettings.MAX_REQUEST_SIZE);
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!request.getUriInfo().getPath().startsWith("/oauth_")) {
            return;
        }
        try {
            check(request);
        } catch (MalformedRequest malformed) {
            request.abortWith(answers.answer(malformed));
        }
    }

    private void check(ContainerRequestContext request) throws IOException {
        if (!"POST".equals(request.getMethod())) {
            throw MalformedRequest.because(405, "Use POST");
        }
        if (request.getUriInfo().getRequestUri().getRawQuery() != null) {
            throw MalformedRequest.because("Parameters belong in the body, not in the URL");
        }
        if (!isForm(request.getHeaderString(HttpHeaders.CONTENT_TYPE))) {
            throw MalformedRequest.because(415, "The body must be application/x-www-form-urlencoded");
        }
        List<String> authorizations = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (authorizations != null && authorizations.size() > 1) {
            throw MalformedRequest.because("There is more than one Authorization header");
        }
        readBody(request);
    }

    private void readBody(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readNBytes(maxSize + 1);
        if (body.length > maxSize) {
            throw MalformedRequest.because(413, "The body is larger than " + maxSize + " bytes");
        }
        request.setEntityStream(new ByteArrayInputStream(body));
    }

    private static boolean isForm(@Nullable String contentType) {
        try {
            return ContentType.parse(contentType).matches(ContentType.APPLICATION_URLENCODED);
        } catch (ParseException unreadable) {
            return false;
        }
    }
}
