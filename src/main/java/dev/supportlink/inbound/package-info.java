/**
 * The OAuth provider for callers: inbound clients, integration users, tokens, the probe. May depend on
 * {@code connection}, {@code secret}, {@code audit}, {@code verification}; {@code setup} and {@code incident} depend on
 * it.
 */
@NullMarked
package dev.supportlink.inbound;

import org.jspecify.annotations.NullMarked;
