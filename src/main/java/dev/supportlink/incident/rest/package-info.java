/** The Table API over HTTP; nothing depends on it. */
@NullMarked
package dev.supportlink.incident.rest;

import org.jspecify.annotations.NullMarked;
