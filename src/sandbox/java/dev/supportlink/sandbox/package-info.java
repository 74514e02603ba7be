/** Stateful simulators of the outside systems; used by tests and the sandbox, never part of the product. */
@NullMarked
package dev.supportlink.sandbox;

import org.jspecify.annotations.NullMarked;
