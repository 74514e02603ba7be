package dev.supportlink.sandbox.run;

import dev.supportlink.sandbox.http.JsonTexts;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks through the set-up plan: each step that is not finished is answered by the user who owns it. */
final class SetupWalk {

    private static final Set<String> FINISHED = Set.of("done", "skipped");
    private static final String SECRET_NOT_YET_KNOWN = "7000215";
    private static final int TRIES_FOR_A_NEW_SECRET = 12;

    /** Each answer to a step with a check runs it again; a server that has just started may be slow at first. */
    private static final int TRIES_OF_A_CHECK = 3;

    private final AdminApi admin;
    private final People people;
    private final StepAnswers answers;
    private final MicrosoftSide microsoftSide;
    private final Patience patience;
    private final Progress progress;

    SetupWalk(
            AdminApi admin,
            People people,
            StepAnswers answers,
            MicrosoftSide microsoftSide,
            Patience patience,
            Progress progress) {
        this.admin = admin;
        this.people = people;
        this.answers = answers;
        this.microsoftSide = microsoftSide;
        this.patience = patience;
        this.progress = progress;
    }

    JsonObject plan(String connectionId) {
        return admin.get(path(connectionId)).expect("Reading the set-up plan", 200);
    }

    /** Answers what is open, in the plan's order, and returns the finished plan. */
    JsonObject finish(String connectionId) {
        List<JsonObject> steps = steps(plan(connectionId));
        for (int i = 0; i < steps.size(); i++) {
            String label = "[" + (i + 1) + "/" + steps.size() + "] ";
            // Read again: what was answered before has changed the state of this one.
            JsonObject step = steps(plan(connectionId)).get(i);
            if (isFinished(step)) {
                progress.line(label + step.getString("id") + ": " + step.getString("state") + " already");
            } else {
                answer(connectionId, step, label);
            }
        }
        return finished(plan(connectionId));
    }

    static List<JsonObject> steps(JsonObject plan) {
        return plan.getJsonArray("steps").getValuesAs(JsonObject.class);
    }

    private void answer(String connectionId, JsonObject step, String label) {
        String id = step.getString("id");
        if (step.getString("state").equals("blocked")) {
            throw new RunFailed(
                    "Step " + id + " is blocked by " + texts(step, "blockedBy") + " when its turn comes.",
                    "Finish those steps first; the order of the plan should do so.");
        }
        if (id.equals("complete-integration")) {
            microsoftSide.sheet(connectionId);
        }
        Optional<AdminApi> owner = people.holderOf(step.getString("adminRole"));
        String by = owner.map(AdminApi::userName).orElse("admin");
        JsonObject answered = answer(connectionId, step, owner);
        for (int i = 1; i < TRIES_OF_A_CHECK && !isFinished(answered); i++) {
            progress.line("... step " + id + " is " + answered.getString("state") + ": " + texts(answered, "problems"));
            progress.line("... trying again");
            answered = answer(connectionId, answered, owner);
        }
        if (!isFinished(answered)) {
            throw new RunFailed(
                    "Step " + id + ", answered by " + by + ", is " + answered.getString("state") + ": "
                            + texts(answered, "problems"),
                    "Mend what the problems name, then start again: the set-up is continued.");
        }
        progress.line(label + id + ": " + answered.getString("state") + " by " + by);
    }

    private JsonObject answer(String connectionId, JsonObject step, Optional<AdminApi> owner) {
        String id = step.getString("id");
        ApiReply reply = put(connectionId, step, owner);
        return settled(connectionId, id, reply.expect("Answering step " + id, 200, 202));
    }

    /** A secret made a moment ago is refused now and then; a person would try again, so does this. */
    private ApiReply put(String connectionId, JsonObject step, Optional<AdminApi> owner) {
        String id = step.getString("id");
        JsonObject body = body(step, owner.isEmpty());
        ApiReply reply = put(connectionId, id, owner, body, step.getString("etag"));
        for (int i = 1; i < TRIES_FOR_A_NEW_SECRET && isTooNew(reply); i++) {
            progress.line("... Entra ID does not know the new secret yet (AADSTS7000215); trying again in 3 s");
            Patience.pause(Duration.ofSeconds(3));
            reply = put(connectionId, id, owner, body, step.getString("etag"));
        }
        return reply;
    }

    private ApiReply put(String connectionId, String step, Optional<AdminApi> owner, JsonObject body, String etag) {
        String wait = step.equals("test-connection") ? "?wait=PT60S" : "";
        return owner.orElse(admin).put(path(connectionId) + "/steps/" + step + wait, body.toString(), etag);
    }

    private JsonObject body(JsonObject step, boolean byOperator) {
        var body = JsonTexts.object().add("answers", answers.to(step.getString("id")));
        if (byOperator) {
            body.add("actingAs", step.getString("adminRole"));
        }
        return body.build();
    }

    /** A check may still run when the answer comes. */
    private JsonObject settled(String connectionId, String step, JsonObject answered) {
        return patience.until(
                        "step " + step,
                        Duration.ofMinutes(2),
                        () -> Optional.of(admin.get(path(connectionId) + "/steps/" + step)
                                        .expect("Reading step " + step, 200))
                                .filter(read -> isSettled(read.getString("state"))))
                .orElse(answered);
    }

    private static boolean isFinished(JsonObject step) {
        return FINISHED.contains(step.getString("state"));
    }

    private static boolean isTooNew(ApiReply reply) {
        return reply.status() == 422 && reply.mentions(SECRET_NOT_YET_KNOWN);
    }

    private static boolean isSettled(String state) {
        return FINISHED.contains(state) || state.equals("failed");
    }

    private static JsonObject finished(JsonObject plan) {
        String state = plan.getString("setupState");
        if (!state.equals("complete")) {
            throw new RunFailed("All steps are answered, but the set-up is " + state + ".", "Look at the plan.");
        }
        return plan;
    }

    private static String texts(JsonObject step, String name) {
        JsonArray values = Optional.ofNullable(step.getJsonArray(name))
                .orElseGet(() -> JsonTexts.array().build());
        return values.isEmpty()
                ? "(the plan names none)"
                : String.join(
                        "; ",
                        values.getValuesAs(
                                value -> value instanceof JsonString text ? text.getString() : value.toString()));
    }

    private static String path(String connectionId) {
        return "/admin/v1/connections/" + connectionId + "/setup";
    }
}
