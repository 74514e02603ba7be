/**
 * The outside world in one piece: a tenant, Graph and an instance, the portals people use there, and its saved state.
 *
 * <p>The driver and tests that need more than one system depend on it; it depends on all simulators.
 */
@NullMarked
package dev.supportlink.sandbox.world;

import org.jspecify.annotations.NullMarked;
