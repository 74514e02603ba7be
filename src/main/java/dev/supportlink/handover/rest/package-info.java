/** The way in to hand-overs over HTTP; nothing depends on it. */
@NullMarked
package dev.supportlink.handover.rest;

import org.jspecify.annotations.NullMarked;
