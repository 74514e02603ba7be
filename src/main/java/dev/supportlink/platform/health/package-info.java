/** What monitoring may know without signing in: MicroProfile Health checks that name nobody's connection. */
@NullMarked
package dev.supportlink.platform.health;

import org.jspecify.annotations.NullMarked;
