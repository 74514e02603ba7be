/** Verifications in the database; implements the port of {@code verification}, nothing depends on it. */
@NullMarked
package dev.supportlink.store.verification;

import org.jspecify.annotations.NullMarked;
