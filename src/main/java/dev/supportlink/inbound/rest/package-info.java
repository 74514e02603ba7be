/** The token endpoints over HTTP; only definition.rest depends on it, for the terms of a client. */
@NullMarked
package dev.supportlink.inbound.rest;

import org.jspecify.annotations.NullMarked;
