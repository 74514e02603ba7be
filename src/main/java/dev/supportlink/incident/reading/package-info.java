/**
 * Takes over what instances have: adopts incidents that began there and keeps copies up to date. May depend on {@code
 * incident} and its queries and deliveries, {@code connection}, {@code inbound}, {@code audit}; only {@code incident}'s
 * ways in, its store and the connector of the instance depend on it.
 */
@NullMarked
package dev.supportlink.incident.reading;

import org.jspecify.annotations.NullMarked;
