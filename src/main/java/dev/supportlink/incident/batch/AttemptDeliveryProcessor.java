package dev.supportlink.incident.batch;

import dev.supportlink.incident.delivery.Claim;
import dev.supportlink.incident.delivery.DeliveryRunner;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Attempts one delivery at its instance. */
@Dependent
@Named
public class AttemptDeliveryProcessor implements ItemProcessor {

    @Inject
    DeliveryRunner runner;

    @Override
    public AttemptedDelivery processItem(Object claim) {
        Claim claimed = (Claim) claim;
        return new AttemptedDelivery(claimed, runner.attempt(claimed));
    }
}
