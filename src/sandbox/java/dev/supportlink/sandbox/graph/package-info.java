/**
 * A simulated Microsoft Graph v1.0: organization, domains, service health, applications.
 *
 * <p>It depends on the simulated Entra ID, whose tokens it checks and whose applications it shows; only the sandbox world
 * depends on it.
 */
@NullMarked
package dev.supportlink.sandbox.graph;

import org.jspecify.annotations.NullMarked;
