package dev.supportlink.incident.batch;

import dev.supportlink.incident.delivery.DeliveryResult;
import dev.supportlink.incident.delivery.DeliveryRunner;
import dev.supportlink.job.Tally;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** Stores what attempts came to, and counts it. */
@Dependent
@Named
public class DeliveryResultWriter extends AbstractItemWriter {

    @Inject
    DeliveryRunner runner;

    @Inject
    StepContext step;

    @Override
    public void writeItems(List<Object> attempts) {
        attempts.stream().map(AttemptedDelivery.class::cast).forEach(attempt -> {
            runner.finish(attempt.claim(), attempt.result());
            Tally.count(step, nameOf(attempt.result()));
        });
    }

    private static String nameOf(DeliveryResult result) {
        return result.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
