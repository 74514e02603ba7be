/** The way in to rotations over HTTP; nothing depends on it. */
@NullMarked
package dev.supportlink.rotation.rest;

import org.jspecify.annotations.NullMarked;
