/** The part of the job {@code purge-expired} that looks after hand-overs; nothing depends on it. */
@NullMarked
package dev.supportlink.handover.batch;

import org.jspecify.annotations.NullMarked;
