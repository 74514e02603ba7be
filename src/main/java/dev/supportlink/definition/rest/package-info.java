/** The way in to export and import over HTTP; nothing depends on it. */
@NullMarked
package dev.supportlink.definition.rest;

import org.jspecify.annotations.NullMarked;
