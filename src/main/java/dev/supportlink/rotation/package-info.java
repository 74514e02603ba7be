/** The state machine that replaces secrets and its policies; may use handover, secret and verification. */
@NullMarked
package dev.supportlink.rotation;

import org.jspecify.annotations.NullMarked;
