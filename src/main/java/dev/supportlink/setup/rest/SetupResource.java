package dev.supportlink.setup.rest;

import dev.supportlink.access.CurrentUser;
import dev.supportlink.access.OpenToHandOvers;
import dev.supportlink.access.SignedIn;
import dev.supportlink.platform.http.Preconditions;
import dev.supportlink.platform.http.WaitTime;
import dev.supportlink.platform.text.Word;
import dev.supportlink.setup.PlanSight;
import dev.supportlink.setup.SetupDesk;
import dev.supportlink.setup.StepAnswer;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepNotFound;
import dev.supportlink.setup.StepReading;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The set-up plan of one connection on the admin API. */
@Path("/admin/v1/connections/{id}/setup")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SetupResource {

    private static final Duration USUAL_WAIT = Duration.ofMinutes(1);

    @Inject
    SetupDesk desk;

    @Inject
    PatientAnswer patient;

    @Inject
    CurrentUser user;

    @OpenToHandOvers
    @GET
    public PlanView plan(@PathParam("id") String id) {
        user.get().requireReader(id);
        return PlanView.of(new PlanSight(user.get(), desk.plan(id)));
    }

    @OpenToHandOvers
    @GET
    @Path("steps/{step}")
    public Response step(@PathParam("id") String id, @PathParam("step") String step) {
        user.get().requireReader(id);
        StepReading reading = desk.step(id, stepId(step));
        user.get().requireStepsOf(reading.step().adminRole());
        return answer(Response.ok(), reading);
    }

    @OpenToHandOvers
    @PUT
    @Path("steps/{step}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response answer(
            @PathParam("id") String id,
            @PathParam("step") String step,
            @QueryParam("wait") @Nullable String wait,
            JsonObject body,
            @Context HttpHeaders headers) {
        SignedIn who = user.get();
        who.requireReader(id);
        StepId stepId = stepId(step);
        StepAnswer given = new StepAnswerRequest(body).toAnswer();
        List<String> ifMatch = headers.getRequestHeader(HttpHeaders.IF_MATCH);
        Duration limit = wait == null ? USUAL_WAIT : WaitTime.parse(wait);
        Supplier<StepReading> work = () -> desk.answer(
                id, stepId, given, who, revision -> Preconditions.requireMatch(ifMatch, revision, "The step"));
        Optional<StepReading> done = stepId.checks() ? patient.within(limit, work) : Optional.of(work.get());
        return done.map(reading -> answer(Response.ok(), reading))
                .orElseGet(() -> answer(Response.accepted(), desk.step(id, stepId)));
    }

    private static StepId stepId(String word) {
        return Word.parse(StepId.class, word).orElseThrow(StepNotFound::new);
    }

    private static Response answer(Response.ResponseBuilder answer, StepReading reading) {
        return answer.entity(StepView.of(reading))
                .header(HttpHeaders.ETAG, Preconditions.etag(reading.revision()))
                .build();
    }
}
