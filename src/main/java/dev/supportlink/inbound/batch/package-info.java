/** The job that removes what nobody can use any more; nothing depends on it. */
@NullMarked
package dev.supportlink.inbound.batch;

import org.jspecify.annotations.NullMarked;
