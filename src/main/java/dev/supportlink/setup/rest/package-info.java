/** The way in to the set-up over HTTP; nothing depends on it. */
@NullMarked
package dev.supportlink.setup.rest;

import org.jspecify.annotations.NullMarked;
