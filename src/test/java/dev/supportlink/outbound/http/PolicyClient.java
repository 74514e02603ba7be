package dev.supportlink.outbound.http;

import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A client of nothing in particular. */
@Path("/thing")
@Produces(MediaType.APPLICATION_JSON)
public interface PolicyClient {

    @GET
    JsonObject read();

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    JsonObject write(JsonObject body);

    @GET
    JsonObject follow(@HeaderParam(FollowLink.HEADER) String link);
}
