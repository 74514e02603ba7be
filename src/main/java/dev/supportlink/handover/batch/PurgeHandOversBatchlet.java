package dev.supportlink.handover.batch;

import dev.supportlink.handover.EndedHandOvers;
import dev.supportlink.job.Tally;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/** Removes hand-overs that have been over for long; what it counted is its exit status. */
@Dependent
@Named
public class PurgeHandOversBatchlet extends AbstractBatchlet {

    @Inject
    EndedHandOvers ended;

    private volatile boolean stopped;

    @Override
    public String process() {
        long removed = 0;
        int last = EndedHandOvers.BATCH;
        while (last == EndedHandOvers.BATCH && !stopped) {
            last = ended.remove();
            removed += last;
        }
        return removed == 0 ? Tally.EMPTY.text() : new Tally(Map.of("endedHandOvers", removed)).text();
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
