/** Small text building blocks that know no business word. Everything may depend on it. */
@NullMarked
package dev.supportlink.platform.text;

import org.jspecify.annotations.NullMarked;
