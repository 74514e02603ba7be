package dev.supportlink.setup.steps;

import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.setup.RefusedOutside;
import dev.supportlink.setup.StepId;
import dev.supportlink.verification.Reason;
import dev.supportlink.verification.ReasonCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Turns an outside system's refusal of a typed value into a problem that names the field and the remedy. */
@ApplicationScoped
public class OutsideRefusal {

    @Inject
    ReasonCatalogue reasons;

    /** Runs the outside check of a field. A passing failure goes on as it is: the system cannot be reached. */
    void about(String field, Runnable check) {
        about(field, () -> {
            check.run();
            return true;
        });
    }

    <T> T about(String field, Supplier<T> check) {
        try {
            return check.get();
        } catch (UpstreamException failure) {
            if (failure.kind().passing()) {
                throw failure;
            }
            throw new RefusedOutside(field, reasons.explain(failure));
        }
    }

    /** The same about an application whose values are entered at another step. */
    void about(String field, StepId enteredAt, Runnable check) {
        try {
            check.run();
        } catch (UpstreamException failure) {
            if (failure.kind().passing()) {
                throw failure;
            }
            throw new RefusedOutside(field, reasons.explain(failure).atStep(enteredAt.word()));
        }
    }

    RefusedOutside because(String field, String reasonId) {
        Reason reason = reasons.reason(reasonId);
        return new RefusedOutside(field, reason);
    }
}
