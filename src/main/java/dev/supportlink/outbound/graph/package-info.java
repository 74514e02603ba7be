/** Microsoft Graph as an outside system; implements ports of the features, nothing depends on it. */
@NullMarked
package dev.supportlink.outbound.graph;

import org.jspecify.annotations.NullMarked;
