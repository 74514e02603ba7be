/** The jobs of the inbound side; nothing depends on it. */
@NullMarked
package dev.supportlink.inbound.batch;

import org.jspecify.annotations.NullMarked;
