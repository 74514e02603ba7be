package dev.supportlink.inbound.rest;

import dev.supportlink.inbound.TokenIssuer;
import dev.supportlink.inbound.TokenOrder;
import dev.supportlink.platform.http.SourceAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * The token endpoint, at ServiceNow's path. {@link TokenRequestFilter} looks at method and media type, because JAX-RS
 * would refuse them in another shape.
 */
@Path("/oauth_token.do")
@ApplicationScoped
public class TokenResource {

    @Inject
    TokenRequestParser parser;

    @Inject
    TokenIssuer issuer;

    @Inject
    TokenAnswers answers;

    @Inject
    SourceAddress source;

    @Inject
    HttpServletRequest request;

    @POST
    public Response token(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, byte[] body) {
        TokenOrder order = parser.parse(authorization, body, source.of(request));
        return answers.answer(issuer.decide(order), authorization != null);
    }
}
