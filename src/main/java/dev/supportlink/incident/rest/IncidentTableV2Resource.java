package dev.supportlink.incident.rest;

import dev.supportlink.incident.IncidentPage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The Table API's second version. */
@Path("/api/now/v2/table/incident")
@ApplicationScoped
public class IncidentTableV2Resource extends IncidentTable {

    @Override
    Response none(IncidentPage page) {
        return empty(page);
    }
}
