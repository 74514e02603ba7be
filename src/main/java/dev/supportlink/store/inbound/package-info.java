/** Keeps inbound identities, tokens and probes; implements the ports of {@code inbound}. Nobody depends on it. */
@NullMarked
package dev.supportlink.store.inbound;

import org.jspecify.annotations.NullMarked;
