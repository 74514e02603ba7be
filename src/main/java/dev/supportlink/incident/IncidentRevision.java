package dev.supportlink.incident;

import org.jspecify.annotations.Nullable;

/**
 * All that the looks of one incident depend on: equal revisions look equal.
 *
 * @param modCount grows with every change
 * @param instanceOrigin where its links lead; null without an instance
 */
public record IncidentRevision(long modCount, @Nullable String instanceOrigin) {}
