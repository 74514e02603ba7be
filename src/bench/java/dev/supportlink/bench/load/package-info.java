/** Makes load over HTTP and counts what comes back. Knows no product; nothing outside {@code bench} depends on it. */
@NullMarked
package dev.supportlink.bench.load;

import org.jspecify.annotations.NullMarked;
