/** The way in to checks and reports over HTTP; nothing depends on it. */
@NullMarked
package dev.supportlink.verification.rest;

import org.jspecify.annotations.NullMarked;
