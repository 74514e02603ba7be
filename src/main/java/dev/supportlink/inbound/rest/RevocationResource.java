package dev.supportlink.inbound.rest;

import dev.supportlink.inbound.TokenRevoker;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The revocation endpoint: who holds a token may end it, and learns nothing from the answer. */
@Path("/oauth_revoke_token.do")
@ApplicationScoped
public class RevocationResource {

    @Inject
    TokenRevoker revoker;

    @POST
    public Response revoke(byte[] body) {
        revoker.revoke(Secret.of(TokenForm.of(body).get("token")));
        return Response.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
