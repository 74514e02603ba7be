package dev.supportlink.verification.batch;

import dev.supportlink.job.Tally;
import jakarta.batch.api.chunk.listener.SkipProcessListener;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Counts the connections that were removed while the job ran. */
@Dependent
@Named
public class VanishedConnectionListener implements SkipProcessListener {

    @Inject
    StepContext step;

    @Override
    public void onSkipProcessItem(Object id, Exception notFound) {
        Tally.count(step, "removed");
    }
}
