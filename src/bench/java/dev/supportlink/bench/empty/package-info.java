/** The reference: the least that a JAX-RS resource can do on the same server. */
@NullMarked
package dev.supportlink.bench.empty;

import org.jspecify.annotations.NullMarked;
