/** Typed settings over MicroProfile Config and the checks of start-up. Everything may depend on it. */
@NullMarked
package dev.supportlink.platform.config;

import org.jspecify.annotations.NullMarked;
