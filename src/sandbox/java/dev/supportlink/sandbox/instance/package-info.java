/**
 * A simulated ServiceNow instance: accounts, roles, OAuth registry and tokens, and the Table API.
 *
 * <p>Everything is a row of a table, as on a real instance, so what a test sets up is what the API shows. Only the sandbox
 * world depends on it. One lock guards all tables; a request holds it while it is handled.
 */
@NullMarked
package dev.supportlink.sandbox.instance;

import org.jspecify.annotations.NullMarked;
