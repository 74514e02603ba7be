package dev.supportlink.incident.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Every path below the API's root that leads nowhere, with any method. */
@Path("/api/now/{rest: .*}")
@RequestScoped
public class UnknownTableApiResource {

    @Path("/")
    public Object nothing() {
        throw TableApiProblem.unknownUri();
    }
}
