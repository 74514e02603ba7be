package dev.supportlink.job.batch;

import dev.supportlink.job.Tally;
import jakarta.batch.api.partition.AbstractPartitionAnalyzer;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Adds up what the partitions of a step counted. */
@Dependent
@Named
public class TallyAnalyzer extends AbstractPartitionAnalyzer {

    @Inject
    StepContext step;

    @Override
    public void analyzeStatus(BatchStatus batchStatus, String exitStatus) {
        step.setExitStatus(
                Tally.parse(step.getExitStatus()).plus(Tally.parse(exitStatus)).text());
    }
}
