/**
 * What all simulators share about their state: the clock, chance, and how a change is noticed and kept.
 *
 * <p>It depends on nothing else in the sandbox.
 */
@NullMarked
package dev.supportlink.sandbox.state;

import org.jspecify.annotations.NullMarked;
