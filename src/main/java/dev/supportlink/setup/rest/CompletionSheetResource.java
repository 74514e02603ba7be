package dev.supportlink.setup.rest;

import dev.supportlink.access.CurrentUser;
import dev.supportlink.access.OpenToHandOvers;
import dev.supportlink.connection.AdminRole;
import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.platform.http.Preconditions;
import dev.supportlink.secret.Secret;
import dev.supportlink.setup.CompletionSheet;
import dev.supportlink.setup.CompletionSheetDesk;
import dev.supportlink.setup.SheetValue;
import dev.supportlink.setup.SheetValueNotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** The completion sheet of one connection on the admin API: as JSON, and for who prefers it as a page to print. */
@Path("/admin/v1/connections/{id}/completion-sheet")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class CompletionSheetResource {

    @Inject
    CompletionSheetDesk desk;

    @Inject
    CurrentUser user;

    @Inject
    ServerSettings server;

    @Inject
    Clock clock;

    @OpenToHandOvers
    @GET
    public Response sheet(@PathParam("id") String id) {
        requireReader(id);
        CompletionSheet sheet = desk.sheet(id);
        return Response.ok(CompletionSheetView.of(sheet))
                .header(HttpHeaders.ETAG, Preconditions.etag(sheet.revision()))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    /** Set on the servlet's answer: the policy takes the place of the one that every answer has already. */
    @OpenToHandOvers
    @GET
    @Produces("text/html;charset=UTF-8;qs=0.5")
    public Response page(@PathParam("id") String id, @Context HttpServletResponse answer) {
        requireReader(id);
        String html = new SheetPage(desk.sheet(id), server.publicUrl(), clock.instant()).html();
        answer.setHeader("Content-Security-Policy", SheetStyle.POLICY);
        return Response.ok(html).header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
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

    /** The sheet is what the tenant admin's step is about: no business of another role's hand-over. */
    private void requireReader(String id) {
        user.get().requireReader(id);
        user.get().requireStepsOf(AdminRole.M365_ADMIN);
    }
}
