package dev.supportlink.incident.rest;

import dev.supportlink.incident.IncidentPage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The Table API under its path without a version. */
@Path("/api/now/table/incident")
@ApplicationScoped
public class IncidentTableResource extends IncidentTable {

    @Override
    Response none(IncidentPage page) {
        return empty(page);
    }
}
