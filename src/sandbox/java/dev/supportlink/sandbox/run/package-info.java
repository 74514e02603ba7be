/**
 * The driver of the sandbox: takes one connection from nothing to verified over the admin API, and reports.
 *
 * <p>Only the sandbox's listener depends on it. It knows the product by its HTTP interfaces alone.
 */
@NullMarked
package dev.supportlink.sandbox.run;

import org.jspecify.annotations.NullMarked;
