package dev.supportlink.outbound.entra;

import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;

/** The login host of a cloud; {@code tenant} is a domain or a tenant ID. */
@Path("/{tenant}")
@Produces(MediaType.APPLICATION_JSON)
public interface EntraClient {

    @GET
    @Path("/v2.0/.well-known/openid-configuration")
    JsonObject discovery(@PathParam("tenant") String tenant);

    /** About tokens of version 1, which have an issuer and a key set of their own. */
    @GET
    @Path("/.well-known/openid-configuration")
    JsonObject discoveryV1(@PathParam("tenant") String tenant);

    /** Wants {@code resource}; what the set-up guide gives as token URL. */
    @POST
    @Path("/oauth2/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    JsonObject tokenV1(@PathParam("tenant") String tenant, Form form);

    /** Wants {@code scope}. */
    @POST
    @Path("/oauth2/v2.0/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    JsonObject tokenV2(@PathParam("tenant") String tenant, Form form);
}
