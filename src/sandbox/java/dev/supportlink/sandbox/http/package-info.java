/**
 * A small HTTP server for simulated systems, with faults on demand and a record of what reached it.
 *
 * <p>It knows no simulated system; every other sandbox package may depend on it.
 */
@NullMarked
package dev.supportlink.sandbox.http;

import org.jspecify.annotations.NullMarked;
