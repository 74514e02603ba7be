package dev.supportlink.inbound.rest;

import dev.supportlink.access.CurrentUser;
import dev.supportlink.inbound.allowlist.AllowList;
import dev.supportlink.inbound.allowlist.AllowListDesk;
import dev.supportlink.inbound.allowlist.AllowListRepository;
import dev.supportlink.inbound.allowlist.NetworkFindingsRepository;
import dev.supportlink.platform.http.Preconditions;
import dev.supportlink.platform.json.RecordBinder;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Shows and changes from which addresses callers are let in. Operators change; auditors may read. */
@Path("/admin/v1/allow-list")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AllowListResource {

    @Inject
    CurrentUser user;

    @Inject
    AllowListRepository lists;

    @Inject
    AllowListDesk desk;

    @Inject
    NetworkFindingsRepository findings;

    @GET
    public Response read() {
        user.get().requireAuditor(null);
        return answer(lists.read());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(JsonObject body, @Context HttpHeaders headers) {
        user.get().requireOperator();
        return answer(desk.change(
                RecordBinder.bind(AllowListRequest.class, body).toWanted(),
                revision -> Preconditions.requireMatch(headers, revision, "The allow list"),
                user.get().name()));
    }

    private Response answer(AllowList list) {
        return Response.ok(AllowListView.of(list, findings.newest()))
                .header(HttpHeaders.ETAG, Preconditions.etag(list.revision()))
                .build();
    }
}
