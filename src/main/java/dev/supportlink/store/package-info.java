/** Persistence adapters and the schema; implements ports of the features, nothing depends on it. */
@NullMarked
package dev.supportlink.store;

import org.jspecify.annotations.NullMarked;
