package dev.supportlink.verification.batch;

import dev.supportlink.job.Tally;
import dev.supportlink.verification.Verification;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Counts how the verifications ended; the verifier has stored them already. */
@Dependent
@Named
public class VerificationWriter extends AbstractItemWriter {

    @Inject
    StepContext step;

    @Override
    public void writeItems(List<Object> verifications) {
        verifications.stream().map(Verification.class::cast).forEach(verification -> {
            Tally.count(step, "connections");
            Tally.count(step, verification.status().word());
        });
    }
}
