package dev.supportlink.outbound.graph;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import dev.supportlink.outbound.http.BearerToken;
import dev.supportlink.outbound.http.Target;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.secret.Secret;
import dev.supportlink.setup.script.GraphPermission;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Set;

/**
 * An administrator's access token. Graph checks it; it is looked into before only so that a token of another tenant makes
 * nothing there, and one for another API is sent nowhere.
 */
final class AdminToken {

    private AdminToken() {}

    /** The token, bound to Graph; UpstreamException where it is not one of this tenant for this Graph. */
    static BearerToken of(Secret token, String tenantId, URI graphUrl, Instant now) {
        try {
            JWTClaimsSet claims = JWTParser.parse(token.reveal()).getJWTClaimsSet();
            Date ends = claims.getExpirationTime();
            Set<String> names = Set.of(graphUrl.toString(), graphUrl + "/", GraphPermission.GRAPH);
            if (claims.getAudience().stream().noneMatch(names::contains)) {
                throw refused(
                        "graph-token-other-audience", "The access token is for another API than Microsoft Graph.");
            }
            if (!tenantId.equalsIgnoreCase(String.valueOf(claims.getClaim("tid")))) {
                throw refused("graph-token-other-tenant", "The access token belongs to another tenant.");
            }
            if (ends == null || !now.isBefore(ends.toInstant())) {
                throw refused("graph-token-expired", "The access token has expired.");
            }
            return new BearerToken(Target.origin(graphUrl), token, ends.toInstant());
        } catch (ParseException unreadable) {
            throw refused("graph-token-unreadable", "The text is no access token.");
        }
    }

    private static UpstreamException refused(String code, String message) {
        return new UpstreamException("graph", Kind.UNAUTHENTICATED, code, message);
    }
}
