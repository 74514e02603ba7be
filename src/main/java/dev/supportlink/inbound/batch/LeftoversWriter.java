package dev.supportlink.inbound.batch;

import dev.supportlink.inbound.LeftoverRepository;
import dev.supportlink.inbound.Leftovers;
import dev.supportlink.job.Tally;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Removes what is left over, and counts it. */
@Dependent
@Named
public class LeftoversWriter extends AbstractItemWriter {

    @Inject
    LeftoverRepository rows;

    @Inject
    StepContext step;

    @Override
    public void writeItems(List<Object> batches) {
        batches.stream()
                .map(Leftovers.class::cast)
                .forEach(batch -> Tally.count(step, nameOf(batch.kind()), rows.remove(batch)));
    }

    private static String nameOf(Leftovers.Kind kind) {
        return switch (kind) {
            case EXPIRED_TOKENS -> "expiredTokens";
            case REVOKED_TOKENS -> "revokedTokens";
            case EXPIRED_PROBES -> "expiredProbes";
        };
    }
}
