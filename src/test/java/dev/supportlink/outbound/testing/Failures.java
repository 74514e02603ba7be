package dev.supportlink.outbound.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supportlink.platform.problem.UpstreamException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Catches what a call to an outside system came to. */
public final class Failures {

    private Failures() {}

    /** The failure of a call that is expected to fail. */
    public static UpstreamException failureOf(ThrowingCallable call) {
        UpstreamException failure = catchThrowableOfType(UpstreamException.class, call);
        assertThat(failure).as("the call was expected to fail").isNotNull();
        return failure;
    }

    /** Its code. */
    public static String codeOf(ThrowingCallable call) {
        return failureOf(call).code().orElse("none");
    }
}
