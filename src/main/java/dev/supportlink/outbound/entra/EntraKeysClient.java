package dev.supportlink.outbound.entra;

import dev.supportlink.outbound.http.FollowLink;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where a discovery document says that keys are published. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public interface EntraKeysClient {

    @GET
    JsonObject keys(@HeaderParam(FollowLink.HEADER) String jwksUri);
}
