/**
 * A connection's definition as one document without secrets, so that connections can be kept in files and made from them.
 * May depend on {@code connection}, {@code setup}, {@code inbound} and {@code audit}; only {@code definition.rest} depends
 * on it.
 */
@NullMarked
package dev.supportlink.definition;

import org.jspecify.annotations.NullMarked;
