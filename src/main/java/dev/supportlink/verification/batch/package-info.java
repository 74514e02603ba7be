/** The job that verifies connections; nothing depends on it. */
@NullMarked
package dev.supportlink.verification.batch;

import org.jspecify.annotations.NullMarked;
