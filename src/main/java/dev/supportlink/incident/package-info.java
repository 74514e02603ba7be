/**
 * The copy of every incident that came in, and the rules of its fields. May depend on {@code connection}, {@code
 * inbound}, {@code audit}. Its deliveries and its query language are packages of their own, because each is a subject
 * for itself.
 */
@NullMarked
package dev.supportlink.incident;

import org.jspecify.annotations.NullMarked;
