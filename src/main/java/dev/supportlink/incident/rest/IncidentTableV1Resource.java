package dev.supportlink.incident.rest;

import dev.supportlink.incident.IncidentPage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The Table API's first version, which answers an empty list with 404. */
@Path("/api/now/v1/table/incident")
@ApplicationScoped
public class IncidentTableV1Resource extends IncidentTable {

    @Override
    Response none(IncidentPage page) {
        throw TableApiProblem.emptyList();
    }
}
