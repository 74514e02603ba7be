/**
 * The copy of every incident that came in, ServiceNow's Table API over it, and the deliveries that bring accepted
 * changes to the instance. May depend on {@code connection}, {@code inbound}, {@code audit}.
 */
@NullMarked
package dev.supportlink.incident;

import org.jspecify.annotations.NullMarked;
