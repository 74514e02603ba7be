/** Paging of lists by cursor. Everything may depend on it. */
@NullMarked
package dev.supportlink.platform.page;

import org.jspecify.annotations.NullMarked;
