package dev.supportlink.outbound.graph;

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

/** App registrations in Microsoft Graph v1.0. */
@Path("/v1.0")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface RegistrationClient {

    @GET
    @Path("/applications")
    JsonObject applications(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @QueryParam("$filter") String filter);

    @GET
    @Path("/applications/{id}")
    JsonObject application(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") String id);

    @POST
    @Path("/applications")
    JsonObject create(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, JsonObject application);

    @PATCH
    @Path("/applications/{id}")
    void change(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") String id, JsonObject changes);

    @GET
    @Path("/servicePrincipals")
    JsonObject principals(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @QueryParam("$filter") String filter);

    @POST
    @Path("/servicePrincipals")
    JsonObject createPrincipal(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, JsonObject principal);

    @GET
    @Path("/applications/{id}/owners")
    JsonObject owners(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") String id);

    @POST
    @Path("/applications/{id}/owners/$ref")
    void addOwner(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") String id, JsonObject owner);

    @POST
    @Path("/applications/{id}/addPassword")
    JsonObject addPassword(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") String id, JsonObject password);

    @POST
    @Path("/applications/{id}/removePassword")
    void removePassword(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") String id, JsonObject key);
}
