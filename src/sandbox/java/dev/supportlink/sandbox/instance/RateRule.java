package dev.supportlink.sandbox.instance;

import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.JsonTexts;
import dev.supportlink.sandbox.state.Simulation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A rate limit rule of the Table API, counted by the clock hour. */
final class RateRule {

    private final Simulation simulation;
    private final InstanceBehaviour behaviour;
    private final String id = Simulation.hex(16);
    private Instant hour = Instant.EPOCH;
    private int used;

    RateRule(Simulation simulation, InstanceBehaviour behaviour) {
        this.simulation = simulation;
        this.behaviour = behaviour;
    }

    /** Counts a request; what comes back is the refusal, if it is one too many. */
    Optional<Answer> count() {
        if (!isSet()) {
            return Optional.empty();
        }
        Instant now = simulation.now().truncatedTo(ChronoUnit.HOURS);
        used = now.equals(hour) ? used + 1 : 1;
        hour = now;
        return used > behaviour.requestsPerHour() ? Optional.of(refused()) : Optional.empty();
    }

    /** A default instance has no rule and sends none of these headers. */
    Answer described(Answer answer) {
        return isSet()
                ? answer.with("X-RateLimit-Limit", String.valueOf(behaviour.requestsPerHour()))
                        .with("X-RateLimit-Reset", String.valueOf(reset().getEpochSecond()))
                        .with("X-RateLimit-Rule", id)
                : answer;
    }

    private boolean isSet() {
        return behaviour.requestsPerHour() < Integer.MAX_VALUE;
    }

    private Instant reset() {
        return hour.plus(1, ChronoUnit.HOURS);
    }

    private Answer refused() {
        String detail = "Rate limit of " + behaviour.requestsPerHour() + " requests per hour for Table API exceeded";
        long wait = ChronoUnit.SECONDS.between(simulation.now(), reset());
        return Answer.json(
                        429,
                        JsonTexts.object()
                                .add(
                                        "error",
                                        JsonTexts.object()
                                                .add("message", "Rate limit exceeded")
                                                .add("detail", detail))
                                .add("status", "failure")
                                .build())
                .with("Retry-After", String.valueOf(Math.max(1, wait)));
    }
}
