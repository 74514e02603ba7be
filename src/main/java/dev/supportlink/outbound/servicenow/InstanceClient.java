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
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.jspecify.annotations.Nullable;

/**
 * An instance: its token endpoint, which takes everything in the form body, and its Table API, which answers stored values
 * and references as bare ids unless asked otherwise.
 */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RegisterProvider(StoredValues.class)
public interface InstanceClient {

    /** Where the Table API begins. */
    String TABLES = "/api/now/table";

    String INCIDENTS = TABLES + "/incident";

    @POST
    @Path("/oauth_token.do")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    JsonObject token(Form form);

    @GET
    @Path(TABLES + "/{table}")
    JsonObject list(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String bearer,
            @PathParam("table") String table,
            @QueryParam("sysparm_query") String query,
            @QueryParam("sysparm_fields") @Nullable String fields,
            @QueryParam("sysparm_limit") int limit,
            @QueryParam("sysparm_display_value") boolean displayValue);

    @GET
    @Path(INCIDENTS + "/{sysId}")
    JsonObject incident(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("sysId") String sysId);

    @POST
    @Path(INCIDENTS)
    @Consumes(MediaType.APPLICATION_JSON)
    JsonObject create(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, JsonObject fields);

    @PATCH
    @Path(INCIDENTS + "/{sysId}")
    @Consumes(MediaType.APPLICATION_JSON)
    JsonObject update(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("sysId") String sysId, JsonObject fields);
}
