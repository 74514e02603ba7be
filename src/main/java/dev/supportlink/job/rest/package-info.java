/** The way in to jobs over HTTP; nothing depends on it. */
@NullMarked
package dev.supportlink.job.rest;

import org.jspecify.annotations.NullMarked;
