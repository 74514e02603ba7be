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

/** The Table API as an administrator uses it; passwords are stored as such only where display values are read. */
@Path(InstanceClient.TABLES + "/{table}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface AdministratorClient {

    @GET
    JsonObject list(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String basic,
            @PathParam("table") String table,
            @QueryParam("sysparm_query") String query,
            @QueryParam("sysparm_fields") String fields,
            @QueryParam("sysparm_limit") int limit,
            @QueryParam("sysparm_exclude_reference_link") boolean bareReferences);

    @POST
    JsonObject create(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String basic,
            @PathParam("table") String table,
            @QueryParam("sysparm_input_display_value") boolean displayValues,
            @QueryParam("sysparm_fields") String fields,
            JsonObject values);

    @PATCH
    @Path("/{id}")
    JsonObject update(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String basic,
            @PathParam("table") String table,
            @PathParam("id") String id,
            @QueryParam("sysparm_input_display_value") boolean displayValues,
            @QueryParam("sysparm_fields") String fields,
            JsonObject values);
}
