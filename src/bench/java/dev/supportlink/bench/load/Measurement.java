package dev.supportlink.bench.load;

import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/** What one stretch of load brought: how many answers in which time, how many of them wrong, and how long each took. */
public record Measurement(Duration length, long errors, Histogram nanos) {

    /** Right answers per second. */
    public double perSecond() {
        return (nanos.getTotalCount() - errors) / (length.toNanos() / 1e9);
    }

    /** The time within which this share of the requests was answered, in milliseconds. */
    public double millis(double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }

    /** Several stretches as one. */
    public static Measurement sum(List<Measurement> parts) {
        Histogram all = Load.histogram();
        parts.forEach(part -> all.add(part.nanos()));
        Duration length = parts.stream().map(Measurement::length).reduce(Duration.ZERO, Duration::plus);
        return new Measurement(
                length, parts.stream().mapToLong(Measurement::errors).sum(), all);
    }
}
