package dev.supportlink.platform.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Says which version of the product answers. */
@Path("/admin/version")
public class VersionResource {

    /** What the product calls itself. */
    public record VersionView(String name, String version) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public VersionView version() {
        return new VersionView("SupportLink", "0.1.0-SNAPSHOT");
    }
}
