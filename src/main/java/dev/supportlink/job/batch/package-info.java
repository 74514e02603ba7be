/** Batch artifacts that every job may name in its definition; nothing depends on it. */
@NullMarked
package dev.supportlink.job.batch;

import org.jspecify.annotations.NullMarked;
