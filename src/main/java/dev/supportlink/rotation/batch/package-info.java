/** The jobs that rotate and retire secrets; nothing depends on it. */
@NullMarked
package dev.supportlink.rotation.batch;

import org.jspecify.annotations.NullMarked;
