package dev.supportlink.verification.rest;

import dev.supportlink.access.CurrentUser;
import dev.supportlink.access.OpenToHandOvers;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.platform.http.PageParameters;
import dev.supportlink.platform.http.Preconditions;
import dev.supportlink.platform.http.WaitTime;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.verification.ConnectionVerifier;
import dev.supportlink.verification.Trigger;
import dev.supportlink.verification.Verification;
import dev.supportlink.verification.VerificationNotFound;
import dev.supportlink.verification.VerificationRepository;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Starts verifications of a connection and shows their reports. */
@Path("/admin/v1/connections/{connection}/verifications")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class VerificationsResource {

    @Inject
    CurrentUser user;

    @Inject
    ServerSettings server;

    @Inject
    ConnectionRepository connections;

    @Inject
    ConnectionVerifier verifier;

    @Inject
    VerificationRepository verifications;

    @OpenToHandOvers
    @POST
    public Response start(@PathParam("connection") String connection, @QueryParam("wait") @Nullable String wait) {
        user.get().requireAdmin(connection);
        Duration atMost = WaitTime.parse(wait);
        Verification started =
                verifier.start(connection, Trigger.PERSON, user.get().name());
        Verification seen = verifier.await(started.id(), atMost);
        return answer(seen.status() == Verification.Status.RUNNING ? Status.ACCEPTED : Status.OK, seen);
    }

    @OpenToHandOvers
    @GET
    public Slice<VerificationView> list(@PathParam("connection") String connection, @BeanParam PageParameters page) {
        user.get().requireReader(connection);
        connections.get(connection);
        return verifications.list(connection, page.toPageRequest()).map(VerificationView::of);
    }

    @OpenToHandOvers
    @GET
    @Path("{verification}")
    public Response read(@PathParam("connection") String connection, @PathParam("verification") String verification) {
        user.get().requireReader(connection);
        return verifications
                .find(verification)
                .filter(found -> found.connectionId().equals(connection))
                .map(found -> answer(Status.OK, found))
                .orElseThrow(() -> new VerificationNotFound(verification));
    }

    private Response answer(Status status, Verification verification) {
        String path = "/admin/v1/connections/" + verification.connectionId() + "/verifications/" + verification.id();
        boolean running = verification.status() == Verification.Status.RUNNING;
        return Response.status(status)
                .entity(VerificationView.of(verification))
                .location(server.link(path))
                .header("ETag", Preconditions.etag(running ? 0 : 1))
                .build();
    }
}
