package dev.supportlink.outbound.self;

import dev.supportlink.inbound.ProbeCredentials;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** The inbound paths, as any caller uses them; every request carries the probe's pass. */
@Path("/")
public interface SelfClient {

    @POST
    @Path("/oauth_token.do")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    JsonObject token(@HeaderParam(ProbeCredentials.PASS_HEADER) String pass, Form form);

    @GET
    @Path("/api/now/table/incident")
    @Produces(MediaType.APPLICATION_JSON)
    JsonObject incidents(
            @HeaderParam(ProbeCredentials.PASS_HEADER) String pass,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("sysparm_limit") int limit);

    @POST
    @Path("/oauth_revoke_token.do")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    void revoke(@HeaderParam(ProbeCredentials.PASS_HEADER) String pass, Form form);
}
