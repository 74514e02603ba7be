/**
 * The one HTTP policy of everything that leaves this server: which addresses may be called, time-outs, bounds, retries,
 * circuit breakers. Only {@code outbound} may depend on it. Decision: addresses are checked before every call, not when a
 * URL is typed, because a name may resolve to something else tomorrow.
 */
@NullMarked
package dev.supportlink.outbound.http;

import org.jspecify.annotations.NullMarked;
