/**
 * The order of start-up: settings, schema, database, work; and the end of a server that must not work. Whatever starts by
 * itself depends on {@code DatabaseGuard}.
 */
@NullMarked
package dev.supportlink.platform.start;

import org.jspecify.annotations.NullMarked;
