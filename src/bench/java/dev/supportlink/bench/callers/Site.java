package dev.supportlink.bench.callers;

import dev.supportlink.bench.load.Scenario;
import java.util.List;

/** A server that was started for the measurement, with what it is asked. */
public interface Site extends AutoCloseable {

    List<Scenario> scenarios();

    @Override
    void close();
}
