package dev.supportlink.incident.batch;

import dev.supportlink.incident.delivery.Claim;
import dev.supportlink.incident.delivery.DeliveryRunner;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Reads deliveries by claiming them, until none is due; a place to go on from is the queue itself. */
@Dependent
@Named
public class DeliveryReader extends AbstractItemReader {

    @Inject
    DeliveryRunner runner;

    @Override
    public @Nullable Claim readItem() {
        return runner.claimNext().orElse(null);
    }
}
