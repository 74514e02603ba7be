/** Executions of jobs in the database; implements the port of {@code job}, nothing depends on it. */
@NullMarked
package dev.supportlink.store.job;

import org.jspecify.annotations.NullMarked;
