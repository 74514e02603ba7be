package dev.supportlink.inbound.rest;

import dev.supportlink.access.CurrentUser;
import dev.supportlink.inbound.InboundClients;
import dev.supportlink.inbound.InboundIdentity;
import dev.supportlink.platform.http.Preconditions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A connection's inbound client on the admin API: for operators, and for auditors to read. */
@Path("/admin/v1/connections/{id}/inbound-client")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class InboundClientResource {

    @Inject
    InboundClients clients;

    @Inject
    CurrentUser user;

    @GET
    public Response read(@PathParam("id") String id) {
        user.get().requireAuditor(id);
        return answer(clients.get(id));
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response change(@PathParam("id") String id, JsonObject body, @Context HttpHeaders headers) {
        requireOperator(id);
        InboundClientForm form = new InboundClientForm(body);
        return answer(clients.change(
                id,
                form::applyTo,
                revision -> Preconditions.requireMatch(headers, revision, "The inbound client"),
                user.get().name()));
    }

    /** Ends all tokens at once; whoever still has the values may sign in again. */
    @POST
    @Path("revocations")
    public void revokeTokens(@PathParam("id") String id) {
        requireOperator(id);
        clients.revokeTokens(id, user.get().name());
    }

    private void requireOperator(String connectionId) {
        user.get().requireReader(connectionId);
        user.get().requireOperator();
    }

    private static Response answer(InboundIdentity client) {
        return Response.ok(InboundClientView.of(client))
                .header(HttpHeaders.ETAG, Preconditions.etag(client.revision()))
                .build();
    }
}
