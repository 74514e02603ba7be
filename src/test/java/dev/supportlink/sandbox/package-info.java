/** Tests of the simulators; they use nothing of the product. */
@NullMarked
package dev.supportlink.sandbox;

import org.jspecify.annotations.NullMarked;
