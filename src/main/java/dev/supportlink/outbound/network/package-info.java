/** Name servers as an outside system; implements a port of {@code inbound.allowlist}, nothing depends on it. */
@NullMarked
package dev.supportlink.outbound.network;

import org.jspecify.annotations.NullMarked;
