package dev.supportlink.incident.rest;

import dev.supportlink.inbound.InboundCaller;
import dev.supportlink.incident.Incident;
import dev.supportlink.incident.IncidentDesk;
import dev.supportlink.incident.IncidentFields;
import dev.supportlink.incident.IncidentPage;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Map;

/** The Table API's methods; the paths of its versions are the subclasses'. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class IncidentTable {

    @Inject
    IncidentDesk desk;

    @Inject
    RecordBody bodies;

    @Inject
    RecordBodies records;

    @Inject
    PageLinks links;

    @Inject
    TableApiSettings settings;

    @Context
    UriInfo uri;

    @Context
    SecurityContext security;

    @GET
    public Response list(@BeanParam ListOptions which, @BeanParam RecordOptions how) {
        RecordForm form = how.read();
        int limit = which.limit(settings.maxRows());
        IncidentPage page = which.uncounted()
                ? desk.listUncounted(caller(), which.read(), which.offset(), limit)
                : desk.list(caller(), which.read(), which.offset(), limit);
        return page.sysIds().isEmpty() ? none(page) : rows(page, which, form, limit);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@BeanParam RecordOptions how, InputStream body) {
        RecordForm form = how.read();
        JsonObject sent = bodies.parse(body);
        String correlationId = RecordBody.value(sent, IncidentFields.CORRELATION_ID);
        Incident created = desk.create(caller(), correlationId, () -> RecordBody.values(sent));
        return record(Response.created(links.record(uri, created.sysId())), created, form);
    }

    @GET
    @Path("{sysId}")
    public Response read(@PathParam("sysId") String sysId, @BeanParam RecordOptions how) {
        return Response.ok(records.of(caller(), sysId, how.read())).build();
    }

    @PATCH
    @Path("{sysId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("sysId") String sysId, @BeanParam RecordOptions how, InputStream body) {
        RecordForm form = how.read();
        return record(Response.ok(), desk.change(caller(), sysId, bodies.read(body)), form);
    }

    /** ServiceNow merges here, too. */
    @PUT
    @Path("{sysId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response replace(@PathParam("sysId") String sysId, @BeanParam RecordOptions how, InputStream body) {
        return change(sysId, how, body);
    }

    /** What a list without rows is answered with. */
    abstract Response none(IncidentPage page);

    Response empty(IncidentPage page) {
        return counted(Response.ok(Map.of("result", java.util.List.of())), page).build();
    }

    private Response rows(IncidentPage page, ListOptions which, RecordForm form, int limit) {
        InboundCaller caller = caller();
        RecordStream records = new RecordStream(page.sysIds(), some -> desk.records(caller, some), form);
        Response.ResponseBuilder answer = counted(Response.ok(records), page);
        if (page.total().isPresent() && !which.pagingSuppressed()) {
            answer.header(
                    "Link",
                    links.header(uri, which.offset(), limit, page.total().getAsLong()));
        }
        return answer.build();
    }

    private static Response.ResponseBuilder counted(Response.ResponseBuilder answer, IncidentPage page) {
        page.total().ifPresent(total -> answer.header("X-Total-Count", total));
        return answer;
    }

    private static Response record(Response.ResponseBuilder answer, Incident incident, RecordForm form) {
        return form.bodyUnwanted()
                ? answer.build()
                : answer.entity(RecordJson.alone(RecordView.of(incident, form))).build();
    }

    private InboundCaller caller() {
        return (InboundCaller) security.getUserPrincipal();
    }
}
