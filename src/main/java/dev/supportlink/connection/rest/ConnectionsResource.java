package dev.supportlink.connection.rest;

import dev.supportlink.access.CurrentUser;
import dev.supportlink.access.RoleGrant;
import dev.supportlink.access.SignedIn;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionFilter;
import dev.supportlink.connection.ConnectionRegistry;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.connection.Health;
import dev.supportlink.connection.SetupState;
import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.platform.http.PageParameters;
import dev.supportlink.platform.http.Preconditions;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.platform.text.Word;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Connections on the admin API. */
@Path("/admin/v1/connections")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ConnectionsResource {

    @Inject
    ConnectionRegistry registry;

    @Inject
    ConnectionRepository connections;

    @Inject
    CurrentUser user;

    @Inject
    ServerSettings server;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(JsonObject body) {
        user.get().requireOperator();
        Connection connection = registry.create(
                new ConnectionForm(body, server.sandbox()).toNewConnection(),
                user.get().name());
        return answer(Response.created(URI.create("/admin/v1/connections/" + connection.id())), connection);
    }

    @GET
    public Slice<ConnectionView> list(
            @QueryParam("health") @Nullable String health,
            @QueryParam("setupState") @Nullable String setupState,
            @QueryParam("q") @Nullable String text,
            @BeanParam PageParameters page) {
        ConnectionFilter filter = new ConnectionFilter(
                word("health", Health.class, health),
                word("setupState", SetupState.class, setupState),
                text,
                user.get().seesAll() ? null : visible(user.get()));
        return connections.list(filter, page.toPageRequest()).map(ConnectionView::of);
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id) {
        user.get().requireReader(id);
        return answer(Response.ok(), connections.get(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response change(@PathParam("id") String id, JsonObject body, @Context HttpHeaders headers) {
        user.get().requireReader(id);
        user.get().requireOperator();
        ConnectionForm form = new ConnectionForm(body, server.sandbox());
        Connection changed = registry.change(
                id,
                form::applyTo,
                revision -> Preconditions.requireMatch(headers, revision, "The connection"),
                user.get().name());
        return answer(Response.ok(), changed);
    }

    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") String id, @QueryParam("abandon") @DefaultValue("false") String abandon) {
        user.get().requireReader(id);
        user.get().requireOperator();
        registry.remove(id, flag("abandon", abandon), user.get().name());
    }

    private static Response answer(Response.ResponseBuilder answer, Connection connection) {
        return answer.entity(ConnectionView.of(connection))
                .header(HttpHeaders.ETAG, Preconditions.etag(connection.revision()))
                .build();
    }

    private static java.util.Set<String> visible(SignedIn user) {
        return user.grants().stream()
                .map(RoleGrant::connectionId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static <E extends Enum<E> & Word> @Nullable E word(String parameter, Class<E> type, @Nullable String text) {
        return text == null
                ? null
                : Word.parse(type, text)
                        .orElseThrow(() -> new InvalidInput(parameter, "must be one of " + Word.choices(type)));
    }

    private static boolean flag(String parameter, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidInput(parameter, "must be true or false");
        };
    }
}
