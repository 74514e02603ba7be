package dev.supportlink.outbound.servicenow;

import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.jspecify.annotations.Nullable;

/** The Table API of an instance. Answers hold stored values, and references as bare ids, unless asked otherwise. */
@Path("/api/now/table")
@Produces(MediaType.APPLICATION_JSON)
@RegisterProvider(StoredValues.class)
public interface InstanceClient {

    @GET
    @Path("/{table}")
    JsonObject list(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String bearer,
            @PathParam("table") String table,
            @QueryParam("sysparm_query") String query,
            @QueryParam("sysparm_fields") @Nullable String fields,
            @QueryParam("sysparm_limit") int limit,
            @QueryParam("sysparm_display_value") boolean displayValue);

    @GET
    @Path("/incident/{sysId}")
    JsonObject incident(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("sysId") String sysId);

    @POST
    @Path("/incident")
    @Consumes(MediaType.APPLICATION_JSON)
    JsonObject create(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, JsonObject fields);

    @PATCH
    @Path("/incident/{sysId}")
    @Consumes(MediaType.APPLICATION_JSON)
    JsonObject update(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("sysId") String sysId, JsonObject fields);
}
