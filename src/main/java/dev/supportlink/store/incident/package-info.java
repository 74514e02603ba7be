/**
 * Keeps incidents and deliveries; implements the ports of {@code incident}. Plain SQL, because the query language becomes
 * SQL, claims need {@code skip locked}, and a read must cost one round trip. Nobody depends on it.
 */
@NullMarked
package dev.supportlink.store.incident;

import org.jspecify.annotations.NullMarked;
