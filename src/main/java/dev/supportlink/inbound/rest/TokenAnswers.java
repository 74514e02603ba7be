package dev.supportlink.inbound.rest;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import dev.supportlink.inbound.TokenDecision;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Writes answers of the token endpoint as RFC 6749, section 5 says; none may be kept by a cache. */
@ApplicationScoped
public class TokenAnswers {

    private static final Scope SCOPE = Scope.parse("useraccount");
    private static final String CHALLENGE = "Basic realm=\"SupportLink\", charset=\"UTF-8\"";
    private static final ErrorObject GRANT_REFUSED =
            OAuth2Error.INVALID_GRANT.setDescription("The user name, password or refresh token is not valid");
    private static final ErrorObject GRANT_NOT_ALLOWED =
            OAuth2Error.UNAUTHORIZED_CLIENT.setDescription("This grant type is not switched on for the client");
    private static final ErrorObject THROTTLED = new ErrorObject(
            "temporarily_unavailable", "Too many failed attempts. Wait, then try again with the right values.", 429);

    /** The answer to a decision; {@code byHeader} says how the client authenticated itself. */
    Response answer(TokenDecision decision, boolean byHeader) {
        if (decision instanceof TokenDecision.Granted granted) {
            return granted(granted);
        }
        if (decision instanceof TokenDecision.Throttled throttled) {
            return error(THROTTLED)
                    .header(HttpHeaders.RETRY_AFTER, wholeSeconds(throttled.retryAfter()))
                    .build();
        }
        if (decision instanceof TokenDecision.ClientRefused) {
            return clientRefused(byHeader);
        }
        boolean notAllowed = decision instanceof TokenDecision.GrantNotAllowed;
        return error(notAllowed ? GRANT_NOT_ALLOWED : GRANT_REFUSED).build();
    }

    /** The answer to a request of wrong form. */
    Response answer(MalformedRequest malformed) {
        ResponseBuilder answer = error(malformed.error());
        return switch (malformed.error().getHTTPStatusCode()) {
            case 401 -> answer.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE).build();
            case 405 -> answer.header(HttpHeaders.ALLOW, "POST").build();
            default -> answer.build();
        };
    }

    private static ResponseBuilder error(ErrorObject error) {
        return json(error.getHTTPStatusCode(), error.toJSONObject().toJSONString());
    }

    private Response clientRefused(boolean byHeader) {
        ResponseBuilder answer = error(OAuth2Error.INVALID_CLIENT);
        return byHeader ? answer.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE).build() : answer.build();
    }

    private Response granted(TokenDecision.Granted granted) {
        BearerAccessToken access = new BearerAccessToken(
                granted.accessToken().reveal(), granted.lifespan().toSeconds(), SCOPE);
        Tokens tokens = new Tokens(access, refreshToken(granted.refreshToken()));
        return json(200, new AccessTokenResponse(tokens).toJSONObject().toJSONString())
                .build();
    }

    private static @Nullable RefreshToken refreshToken(@Nullable Secret value) {
        return value == null ? null : new RefreshToken(value.reveal());
    }

    private static ResponseBuilder json(int status, String body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Pragma", "no-cache")
                .entity(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Rounded up: a caller that comes back too early is refused again. */
    private static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
