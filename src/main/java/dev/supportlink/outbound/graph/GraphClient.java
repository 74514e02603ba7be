package dev.supportlink.outbound.graph;

import dev.supportlink.outbound.http.FollowLink;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** Microsoft Graph v1.0, as far as it is called. */
@Path("/v1.0")
@Produces(MediaType.APPLICATION_JSON)
public interface GraphClient {

    @GET
    @Path("/organization")
    JsonObject organization(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @QueryParam("$select") String fields);

    @GET
    @Path("/admin/serviceAnnouncement/healthOverviews")
    JsonObject healthOverviews(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

    /** The next page, by the link of the page before. */
    @GET
    JsonObject next(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @HeaderParam(FollowLink.HEADER) String link);
}
