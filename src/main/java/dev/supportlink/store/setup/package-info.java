/** Keeps the answers of set-up steps; implements the port of {@code setup}. Nobody depends on it. */
@NullMarked
package dev.supportlink.store.setup;

import org.jspecify.annotations.NullMarked;
