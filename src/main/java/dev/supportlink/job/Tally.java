package dev.supportlink.job;

import jakarta.batch.runtime.context.StepContext;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a job counted, by name. It travels as the exit status of the step ({@code "failed=1 passed=9"}), the one text that
 * a partition hands to its step and the batch container keeps with the execution.
 */
public record Tally(Map<String, Long> counts) {

    public static final Tally EMPTY = new Tally(Map.of());

    private static final Pattern ENTRY = Pattern.compile("([a-zA-Z]{1,30})=([0-9]{1,15})");

    public Tally {
        counts = Map.copyOf(counts);
    }

    /** Counts one more in this step; what batch artifacts call, in the thread of their step or partition. */
    public static void count(StepContext step, String name) {
        count(step, name, 1);
    }

    /** The same for {@code number} more. */
    public static void count(StepContext step, String name, long number) {
        step.setExitStatus(parse(step.getExitStatus())
                .plus(new Tally(Map.of(name, number)))
                .text());
    }

    /** Reads an exit status; text of another kind, such as {@code COMPLETED}, counts nothing. */
    public static Tally parse(@Nullable String exitStatus) {
        String text = exitStatus == null ? "" : exitStatus;
        return new Tally(Arrays.stream(text.split(" ", -1))
                .map(ENTRY::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(found -> found.group(1), found -> Long.valueOf(found.group(2)), Long::sum)));
    }

    public Tally plus(Tally other) {
        SortedMap<String, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((name, count) -> sum.merge(name, count, Long::sum));
        return new Tally(sum);
    }

    public String text() {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(" "));
    }
}
