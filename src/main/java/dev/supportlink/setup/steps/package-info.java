/**
 * The thirteen steps of the basic plan, one bean each: instructions, values, inputs, validation and outside checks. Only
 * {@code setup} uses them, through {@code SetupStep}; they stand apart because the plan does not need to know them.
 */
@NullMarked
package dev.supportlink.setup.steps;

import org.jspecify.annotations.NullMarked;
