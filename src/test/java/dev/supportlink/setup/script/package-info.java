/** Tests of the generated scripts, against the real interpreters where the machine has them. */
@NullMarked
package dev.supportlink.setup.script;

import org.jspecify.annotations.NullMarked;
