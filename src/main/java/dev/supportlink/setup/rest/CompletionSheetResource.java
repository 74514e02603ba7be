package dev.supportlink.setup.rest;

import dev.supportlink.access.CurrentUser;
import dev.supportlink.access.OpenToHandOvers;
import dev.supportlink.platform.http.Preconditions;
import dev.supportlink.secret.Secret;
import dev.supportlink.setup.CompletionSheet;
import dev.supportlink.setup.CompletionSheetDesk;
import dev.supportlink.setup.SheetValue;
import dev.supportlink.setup.SheetValueNotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The completion sheet of one connection on the admin API. */
@Path("/admin/v1/connections/{id}/completion-sheet")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class CompletionSheetResource {

    @Inject
    CompletionSheetDesk desk;

    @Inject
    CurrentUser user;

    @OpenToHandOvers
    @GET
    public Response sheet(@PathParam("id") String id) {
        user.get().requireReader(id);
        CompletionSheet sheet = desk.sheet(id);
        return Response.ok(CompletionSheetView.of(sheet))
                .header(HttpHeaders.ETAG, Preconditions.etag(sheet.revision()))
                .build();
    }

    @OpenToHandOvers
    @POST
    @Path("values/{name}")
    public Response makeValue(@PathParam("id") String id, @PathParam("name") String name) {
        user.get().requireReader(id);
        SheetValue which = SheetValue.named(name).orElseThrow(SheetValueNotFound::new);
        Secret value = desk.makeValue(id, which, user.get());
        return Response.status(Response.Status.CREATED)
                .entity(new SheetValueView(name, value.reveal()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
