/**
 * The set-up plan, its steps and the completion sheet. May depend on every other feature but {@code incident}; {@code
 * outbound} implements its ports.
 */
@NullMarked
package dev.supportlink.setup;

import org.jspecify.annotations.NullMarked;
