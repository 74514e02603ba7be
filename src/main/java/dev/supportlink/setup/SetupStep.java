package dev.supportlink.setup;

import dev.supportlink.connection.SetupType;
import java.util.List;
import java.util.Map;

/**
 * One step of the plan: describes itself for a connection and takes an answer. One bean per {@link StepId},
 * or one per set-up type where the types differ.
 */
public interface SetupStep {

    StepId id();

    /** Whether this bean is the step in plans of that set-up type; exactly one is, for each step of each plan. */
    default boolean serves(SetupType type) {
        return true;
    }

    /** What to do, in the guide's words, with today's name of a place in brackets. */
    List<String> instructions(PlanContext plan);

    /** The values to copy, by name; generated wherever they can be. */
    Map<String, Object> values(PlanContext plan);

    /** What it asks for; empty when there is nothing to ask. */
    List<StepInput> inputs(PlanContext plan);

    /** What is doubtful about the stored answer although it was accepted; empty when nothing is. */
    default List<String> warnings(PlanContext plan) {
        return List.of();
    }

    /** Whether the stored answer still says what the connection is; a change by another way may have overtaken it. */
    default boolean holds(PlanContext plan) {
        return true;
    }

    /**
     * Checks an answer, outside systems included, and says what to store; stores nothing itself.
     *
     * @throws dev.supportlink.platform.problem.InvalidInput for values of wrong form
     * @throws RefusedOutside when an outside system refuses a value
     * @throws dev.supportlink.platform.problem.UpstreamException when it cannot be reached
     */
    StepChange answer(PlanContext plan, Answers answers, String actor);
}
