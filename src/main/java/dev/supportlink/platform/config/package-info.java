/** Typed settings over MicroProfile Config. Everything may depend on it. */
@NullMarked
package dev.supportlink.platform.config;

import org.jspecify.annotations.NullMarked;
