/** The jobs that deliver and read incidents; nothing depends on it. */
@NullMarked
package dev.supportlink.incident.batch;

import org.jspecify.annotations.NullMarked;
