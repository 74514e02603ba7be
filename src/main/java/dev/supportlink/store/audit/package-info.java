/** Audit events in the database. Nothing depends on it. */
@NullMarked
package dev.supportlink.store.audit;

import org.jspecify.annotations.NullMarked;
