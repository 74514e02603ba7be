/** The way in to connections over HTTP; nothing depends on it. */
@NullMarked
package dev.supportlink.connection.rest;

import org.jspecify.annotations.NullMarked;
