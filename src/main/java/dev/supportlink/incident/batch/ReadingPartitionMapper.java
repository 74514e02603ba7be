package dev.supportlink.incident.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Properties;
import java.util.stream.IntStream;

/** Splits the connections of a run into partitions: as many as there are connections, up to the setting. */
@Dependent
@Named
public class ReadingPartitionMapper implements PartitionMapper {

    @Inject
    @BatchProperty
    String selection;

    @Inject
    ReadingSelection connections;

    @Inject
    Clock clock;

    @Override
    public PartitionPlan mapPartitions() {
        Instant dueAt = clock.instant();
        int partitions =
                connections.partitionsFor(connections.ids(selection, dueAt).size());
        PartitionPlan plan = new PartitionPlanImpl();
        plan.setPartitions(partitions);
        plan.setPartitionProperties(IntStream.range(0, partitions)
                .mapToObj(number -> partition(number, partitions, dueAt))
                .toArray(Properties[]::new));
        return plan;
    }

    private static Properties partition(int number, int of, Instant dueAt) {
        Properties properties = new Properties();
        properties.setProperty("partition", Integer.toString(number));
        properties.setProperty("partitions", Integer.toString(of));
        properties.setProperty("dueAt", dueAt.toString());
        return properties;
    }
}
