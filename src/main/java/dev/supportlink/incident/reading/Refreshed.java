package dev.supportlink.incident.reading;

/**
 * What became of a copy.
 *
 * @param whole false when fields were left as they are, because a change of theirs is still on its way
 * @param modCount how often the copy has been changed now
 */
record Refreshed(boolean changed, boolean whole, long modCount) {}
