/** Links that let one administrator do one task without an account; used by setup and rotation. */
@NullMarked
package dev.supportlink.handover;

import org.jspecify.annotations.NullMarked;
