/** A ServiceNow instance as an outside system; implements ports of the features, nothing depends on it. */
@NullMarked
package dev.supportlink.outbound.servicenow;

import org.jspecify.annotations.NullMarked;
