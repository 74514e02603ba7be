/** Sign-in and user administration over HTTP; nothing depends on it. */
@NullMarked
package dev.supportlink.access.rest;

import org.jspecify.annotations.NullMarked;
