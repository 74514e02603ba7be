/**
 * Brings accepted changes to the instance, each once and in order. May depend on {@code incident}, {@code connection},
 * {@code audit}, {@code verification}; only {@code incident}'s ways in and its store depend on it.
 */
@NullMarked
package dev.supportlink.incident.delivery;

import org.jspecify.annotations.NullMarked;
