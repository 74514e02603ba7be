/** The way in to connections over HTTP; only definition.rest depends on it: a file names the same fields. */
@NullMarked
package dev.supportlink.connection.rest;

import org.jspecify.annotations.NullMarked;
