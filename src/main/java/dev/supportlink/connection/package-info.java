/**
 * The connection: one tenant joined with one instance, and its health. Every other feature may depend on it; it depends
 * on {@code audit} and {@code platform} only.
 */
@NullMarked
package dev.supportlink.connection;

import org.jspecify.annotations.NullMarked;
