package dev.supportlink.access.rest;

import dev.supportlink.access.CurrentUser;
import dev.supportlink.access.RoleGrant;
import dev.supportlink.access.SignedIn;
import dev.supportlink.access.User;
import dev.supportlink.access.Users;
import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.platform.http.PageParameters;
import dev.supportlink.platform.http.Preconditions;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;

/** Users and their roles, for operators. */
@Path("/admin/v1/users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class UsersResource {

    @Inject
    Users users;

    @Inject
    CurrentUser currentUser;

    @Inject
    ServerSettings server;

    @POST
    public Response create(NewUserRequest request) {
        String actor = operator();
        User user = users.create(actor, request.name(), Secret.of(request.password()), request.grants());
        return Response.created(server.link("/admin/v1/users/" + user.id()))
                .entity(UserView.of(user))
                .header(HttpHeaders.ETAG, Preconditions.etag(user.revision()))
                .build();
    }

    @GET
    public Slice<UserView> list(@BeanParam PageParameters page) {
        operator();
        return users.list(page.toPageRequest()).map(UserView::of);
    }

    @GET
    @Path("{user}")
    public Response read(@PathParam("user") String idOrName) {
        operator();
        return answer(users.get(idOrName));
    }

    @PUT
    @Path("{user}/roles")
    public Response changeRoles(
            @PathParam("user") String idOrName, RolesRequest request, @Context HttpHeaders headers) {
        String actor = operator();
        User user = users.get(idOrName);
        List<RoleGrant> wanted = RoleEntry.grants(request.roles());
        if (user.grants().equals(Set.copyOf(wanted))) {
            return answer(user);
        }
        Preconditions.requireMatch(headers, user.revision(), "The user");
        return answer(users.changeRoles(actor, user, wanted));
    }

    private String operator() {
        SignedIn user = currentUser.get();
        user.requireOperator();
        return user.name();
    }

    private static Response answer(User user) {
        return Response.ok(UserView.of(user))
                .header(HttpHeaders.ETAG, Preconditions.etag(user.revision()))
                .build();
    }
}
