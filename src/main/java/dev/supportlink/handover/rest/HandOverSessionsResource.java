package dev.supportlink.handover.rest;

import dev.supportlink.access.CurrentUser;
import dev.supportlink.access.HandOverPass;
import dev.supportlink.access.OpenToHandOvers;
import dev.supportlink.access.OpenToStrangers;
import dev.supportlink.access.rest.SessionCookie;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.handover.HandOver;
import dev.supportlink.handover.HandOverDesk;
import dev.supportlink.handover.HandOverDoor;
import dev.supportlink.handover.HandOverNotFound;
import dev.supportlink.handover.HandOverSessions;
import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.platform.http.SmallBody;
import dev.supportlink.platform.http.SourceAddress;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;

/** Where a link's token is traded for a session, and where the session ends. */
@Path("/admin/v1/hand-over-sessions")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class HandOverSessionsResource {

    private static final String CURRENT = "/admin/v1/hand-over-sessions/current";

    @Inject
    HandOverDoor door;

    @Inject
    HandOverDesk desk;

    @Inject
    HandOverSessions sessions;

    @Inject
    ConnectionRepository connections;

    @Inject
    CurrentUser user;

    @Inject
    SessionCookie sessionCookie;

    @Inject
    BrowserCookie browserCookie;

    @Inject
    SourceAddress source;

    @Inject
    ServerSettings server;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    @POST
    @OpenToStrangers
    @SmallBody
    @Consumes(MediaType.APPLICATION_JSON)
    public Response trade(TradeRequest wanted) {
        HandOverDoor.Entry entry = door.enter(new HandOverDoor.Visit(
                Secret.of(wanted.token()),
                browserCookie.read(request),
                sessionCookie.read(request),
                source.of(request)));
        Response.ResponseBuilder answer = Response.created(server.link(CURRENT)).entity(view(entry.handOver()));
        entry.session().ifPresent(value -> cookie(answer, sessionCookie.keep(value, left(entry.handOver()))));
        entry.browser().ifPresent(value -> cookie(answer, browserCookie.keep(value)));
        return answer.build();
    }

    @GET
    @Path("current")
    @OpenToHandOvers
    public HandOverSessionView current() {
        return view(present());
    }

    @DELETE
    @Path("current")
    @OpenToHandOvers
    public Response leave() {
        sessions.end(present());
        return cookie(Response.noContent(), sessionCookie.forget()).build();
    }

    /** 404 for a user, who has no session. */
    private HandOver present() {
        HandOverPass pass = user.get().handOver().orElseThrow(() -> new HandOverNotFound("current"));
        return desk.get(pass.connectionId(), pass.handOverId());
    }

    private HandOverSessionView view(HandOver handOver) {
        return HandOverSessionView.of(handOver, connections.get(handOver.connectionId()));
    }

    private Duration left(HandOver handOver) {
        return Duration.between(clock.instant(), handOver.expiresAt());
    }

    private static Response.ResponseBuilder cookie(Response.ResponseBuilder answer, String value) {
        return answer.header(HttpHeaders.SET_COOKIE, value);
    }
}
