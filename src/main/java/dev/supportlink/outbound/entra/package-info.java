/** Entra ID as an outside system; implements ports of the features, nothing depends on it. */
@NullMarked
package dev.supportlink.outbound.entra;

import org.jspecify.annotations.NullMarked;
