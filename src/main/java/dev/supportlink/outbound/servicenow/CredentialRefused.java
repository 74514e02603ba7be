package dev.supportlink.outbound.servicenow;

import dev.supportlink.platform.problem.UpstreamException;
import java.time.Instant;

/** The gate is closed: the instance refused this credential before, and it is not tried again. */
final class CredentialRefused extends UpstreamException {

    private static final long serialVersionUID = 1L;

    /** {@code code} names the reason in the catalogue. */
    CredentialRefused(String code, Instant since) {
        super(
                "instance",
                Kind.UNAUTHENTICATED,
                code,
                "The instance refused this credential at " + since
                        + ". It is not tried again until another one is entered, because the user would be locked"
                        + " out.");
    }
}
