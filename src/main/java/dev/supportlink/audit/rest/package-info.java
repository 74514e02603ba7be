/** The way in to audit events over HTTP; nothing depends on it. */
@NullMarked
package dev.supportlink.audit.rest;

import org.jspecify.annotations.NullMarked;
