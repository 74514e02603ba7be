package dev.supportlink.bench.empty;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Answers with nothing. */
@Path("/empty")
public class EmptyResource {

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String nothing() {
        return "";
    }
}
