/**
 * A simulated Entra ID: tenants, application registrations, secrets, token endpoints and metadata.
 *
 * <p>It follows public documentation only; the Graph simulator and the sandbox world depend on it. State is real: a
 * token is issued only to a registered application with a live secret, and signed with the published key.
 */
@NullMarked
package dev.supportlink.sandbox.entra;

import org.jspecify.annotations.NullMarked;
