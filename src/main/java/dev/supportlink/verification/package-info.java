/**
 * Checks, verifications, reasons and remedies, and what they say about health. Owns the port {@link Check}, which other
 * features and {@code outbound} implement; depends on {@code connection}, {@code secret}, {@code audit} only.
 */
@NullMarked
package dev.supportlink.verification;

import org.jspecify.annotations.NullMarked;
