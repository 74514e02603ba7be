package dev.supportlink.setup.steps;

import dev.supportlink.setup.Answers;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.StepInput;
import dev.supportlink.setup.script.EntraRegistration;
import java.util.List;
import java.util.Optional;

/**
 * The redirect URL that somebody registered. The guide gives two: an instance answers the first, and the second is taken
 * with a warning, because it does no harm until somebody signs in through it.
 */
final class RedirectUrl {

    private static final String FIELD = "redirectUrl";
    private static final String WRONG_PATH = "/auth_redirect.do";

    private RedirectUrl() {}

    /** Nothing to ask without an instance. */
    static List<StepInput> inputs(PlanContext plan) {
        return plan.withoutInstance() ? List.of() : List.of(StepInput.optional(FIELD, "url"));
    }

    /** A warning about what was typed, where it deserves one; the answers hold what is wrong otherwise. */
    static Optional<String> warning(PlanContext plan, Answers answers) {
        String right = EntraRegistration.redirectUrl(plan.connection());
        if (right == null) {
            return Optional.empty();
        }
        String second = plan.instance().orElseThrow().origin() + WRONG_PATH;
        return answers.text(
                        FIELD,
                        false,
                        "must be the redirect URL of this instance: " + right,
                        text -> Optional.of(text).filter(url -> url.equals(right) || url.equals(second)))
                .filter(second::equals)
                .map(url -> "The redirect URL " + url
                        + " stands in the guide, but no instance answers it: the real callback"
                        + " is " + right + ". SupportLink does not need it; add the real one at Authentication, so that"
                        + " nobody who signs in through the instance meets an error.");
    }
}
