/** What the tests of {@code outbound} share: its beans in a small container, with stores in memory. */
@NullMarked
package dev.supportlink.outbound.testing;

import org.jspecify.annotations.NullMarked;
