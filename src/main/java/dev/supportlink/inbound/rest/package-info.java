/** The token endpoints over HTTP; nothing depends on it. */
@NullMarked
package dev.supportlink.inbound.rest;

import org.jspecify.annotations.NullMarked;
