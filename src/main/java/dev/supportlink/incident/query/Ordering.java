package dev.supportlink.incident.query;

/** One key of the order of rows. */
public record Ordering(String field, Direction direction) {

    /** Which end comes first. */
    public enum Direction {
        ASCENDING,
        DESCENDING
    }
}
