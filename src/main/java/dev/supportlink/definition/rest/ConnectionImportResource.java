package dev.supportlink.definition.rest;

import dev.supportlink.access.CurrentUser;
import dev.supportlink.connection.Connection;
import dev.supportlink.definition.DefinitionDesk;
import dev.supportlink.definition.ImportOutcome;
import dev.supportlink.definition.ImportReport;
import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.platform.http.Preconditions;
import dev.supportlink.platform.problem.InvalidInput;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;

/** Makes or changes a connection by its document, which names it; repeating it changes nothing. */
@Path("/admin/v1/connections/import")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ConnectionImportResource {

    @Inject
    DefinitionDesk desk;

    @Inject
    CurrentUser user;

    @Inject
    ServerSettings server;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response take(JsonObject document, @QueryParam("dryRun") @DefaultValue("false") String dryRun) {
        user.get().requireOperator();
        boolean onlyTell = flag(dryRun);
        DefinitionForm wanted = new DefinitionForm(document, server.sandbox());
        return onlyTell
                ? Response.ok(ImportView.ofDryRun(desk.preview(wanted))).build()
                : answer(desk.take(wanted, user.get().name()));
    }

    private static Response answer(ImportReport report) {
        Connection connection = Objects.requireNonNull(report.connection());
        Response.ResponseBuilder answer = report.outcome() == ImportOutcome.CREATED
                ? Response.created(URI.create("/admin/v1/connections/" + connection.id()))
                : Response.ok();
        return answer.entity(ImportView.of(report))
                .header(HttpHeaders.ETAG, Preconditions.etag(connection.revision()))
                .build();
    }

    private static boolean flag(String dryRun) {
        return switch (dryRun) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidInput("dryRun", "must be true or false");
        };
    }
}
