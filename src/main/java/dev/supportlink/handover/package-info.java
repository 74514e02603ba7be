/**
 * Links that let one administrator do one task without an account; used by setup and rotation. May depend on {@code
 * access}, {@code connection}, {@code audit} and {@code secret}. How far a role's work is, it asks through {@code
 * RoleWork}, so that it knows nothing of steps.
 */
@NullMarked
package dev.supportlink.handover;

import org.jspecify.annotations.NullMarked;
