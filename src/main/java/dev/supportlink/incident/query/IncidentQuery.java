package dev.supportlink.incident.query;

import java.util.List;

/**
 * A query that has been read: every group must hold, and a group holds when one of its conditions does.
 *
 * @param groups each with at least one condition
 */
public record IncidentQuery(List<List<Condition>> groups, List<Ordering> orderings) {

    /** Every incident, in the order in which they were made. */
    public static final IncidentQuery ALL = new IncidentQuery(List.of(), List.of());

    public IncidentQuery {
        groups = groups.stream().map(List::copyOf).toList();
        orderings = List.copyOf(orderings);
    }

    /** The same query with one more condition that must hold. */
    public IncidentQuery and(Condition condition) {
        List<List<Condition>> more = new java.util.ArrayList<>(groups);
        more.add(List.of(condition));
        return new IncidentQuery(more, orderings);
    }
}
