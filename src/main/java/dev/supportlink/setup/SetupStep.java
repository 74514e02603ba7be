package dev.supportlink.setup;

import java.util.List;
import java.util.Map;

/** One step of the plan: describes itself for a connection and takes an answer. One bean per {@link StepId}. */
public interface SetupStep {

    StepId id();

    /** What to do, in the guide's words, with today's name of a place in brackets. */
    List<String> instructions(PlanContext plan);

    /** The values to copy, by name; generated wherever they can be. */
    Map<String, Object> values(PlanContext plan);

    /** What it asks for; empty when there is nothing to ask. */
    List<StepInput> inputs(PlanContext plan);

    /**
     * Checks an answer, outside systems included, and says what to store; stores nothing itself.
     *
     * @throws dev.supportlink.platform.problem.InvalidInput for values of wrong form
     * @throws RefusedOutside when an outside system refuses a value
     * @throws dev.supportlink.platform.problem.UpstreamException when it cannot be reached
     */
    StepChange answer(PlanContext plan, Answers answers, String actor);
}
