/**
 * This server as its own caller sees it, through the public URL; implements the probe's port of {@code inbound}, nothing
 * depends on it.
 */
@NullMarked
package dev.supportlink.outbound.self;

import org.jspecify.annotations.NullMarked;
