/** The one clock of the application. Everything may depend on it; nobody else asks the system for the time. */
@NullMarked
package dev.supportlink.platform.time;

import org.jspecify.annotations.NullMarked;
