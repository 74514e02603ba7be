package dev.supportlink.handover.rest;

import dev.supportlink.access.CurrentUser;
import dev.supportlink.access.SignedIn;
import dev.supportlink.handover.HandOver;
import dev.supportlink.handover.HandOverDesk;
import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.platform.http.PageParameters;
import dev.supportlink.platform.http.Preconditions;
import dev.supportlink.platform.page.Slice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.List;

/** Hand-overs of one connection: operators issue and revoke them, auditors may look. */
@Path("/admin/v1/connections/{id}/setup/hand-overs")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class HandOversResource {

    @Inject
    HandOverDesk desk;

    @Inject
    CurrentUser user;

    @Inject
    ServerSettings server;

    @Inject
    Clock clock;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response issue(@PathParam("id") String id, HandOverRequest request) {
        String actor = operator(id);
        HandOverDesk.Issued issued = desk.issue(id, request.adminRole(), request.expiresIn(), actor);
        HandOver made = issued.handOver();
        String link = server.link("/hand-over/") + "#" + issued.token().reveal();
        return Response.created(server.link("/admin/v1/connections/" + id + "/setup/hand-overs/" + made.id()))
                .entity(IssuedHandOverView.of(HandOverView.of(made, clock.instant()), link))
                .header(HttpHeaders.ETAG, Preconditions.etag(made.revision()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    public Slice<HandOverView> list(@PathParam("id") String id, @BeanParam PageParameters page) {
        user.get().requireAuditor(id);
        return desk.list(id, page.toPageRequest()).map(found -> HandOverView.of(found, clock.instant()));
    }

    @GET
    @Path("{handOver}")
    public Response read(@PathParam("id") String id, @PathParam("handOver") String handOver) {
        user.get().requireAuditor(id);
        HandOver found = desk.get(id, handOver);
        return Response.ok(HandOverView.of(found, clock.instant()))
                .header(HttpHeaders.ETAG, Preconditions.etag(found.versionAt(clock.instant())))
                .build();
    }

    /** Needs no If-Match, because what is revoked by mistake can be issued anew; one that is sent must be right. */
    @DELETE
    @Path("{handOver}")
    public void revoke(
            @PathParam("id") String id, @PathParam("handOver") String handOver, @Context HttpHeaders headers) {
        String actor = operator(id);
        List<String> sent = headers.getRequestHeader(HttpHeaders.IF_MATCH);
        desk.revoke(
                id,
                handOver,
                version -> {
                    if (sent != null && !sent.isEmpty()) {
                        Preconditions.requireMatch(sent, version, "The hand-over");
                    }
                },
                actor);
    }

    private String operator(String connectionId) {
        SignedIn who = user.get();
        who.requireReader(connectionId);
        who.requireOperator();
        return who.name();
    }
}
