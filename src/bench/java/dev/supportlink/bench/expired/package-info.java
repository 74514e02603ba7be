/** Whether a great many expired tokens are in the way of those that are alive. */
@NullMarked
package dev.supportlink.bench.expired;

import org.jspecify.annotations.NullMarked;
