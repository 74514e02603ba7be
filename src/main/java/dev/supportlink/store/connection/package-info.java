/** Keeps connections and instance gates; implements the ports of {@code connection}. Nobody depends on it. */
@NullMarked
package dev.supportlink.store.connection;

import org.jspecify.annotations.NullMarked;
