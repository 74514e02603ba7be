package dev.supportlink.definition.rest;

import dev.supportlink.access.CurrentUser;
import dev.supportlink.definition.DefinitionDesk;
import dev.supportlink.platform.http.Preconditions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A connection's definition as one document: for operators, and for auditors to read. */
@Path("/admin/v1/connections/{id}/export")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ConnectionExportResource {

    @Inject
    DefinitionDesk desk;

    @Inject
    CurrentUser user;

    @GET
    public Response export(@PathParam("id") String id) {
        user.get().requireAuditor(id);
        long revision = desk.revision(id);
        return Response.ok(desk.export(id).document())
                .header(HttpHeaders.ETAG, Preconditions.etag(revision))
                .build();
    }
}
