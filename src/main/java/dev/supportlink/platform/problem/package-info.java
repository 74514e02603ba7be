/** The catalogue of problems and the exceptions that lead to them. Everything may depend on it. */
@NullMarked
package dev.supportlink.platform.problem;

import org.jspecify.annotations.NullMarked;
