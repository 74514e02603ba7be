/** Attacks the server over HTTP with requests that are wrong in every way we could think of. Nothing depends on it. */
@NullMarked
package dev.supportlink.fuzz;

import org.jspecify.annotations.NullMarked;
