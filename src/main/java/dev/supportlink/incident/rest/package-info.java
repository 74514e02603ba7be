/**
 * The Table API over HTTP, for callers, and incidents with their deliveries, for administrators; nothing depends on it.
 */
@NullMarked
package dev.supportlink.incident.rest;

import org.jspecify.annotations.NullMarked;
