/** Keeps sealed secrets and the installation's mark; implements the ports of {@code secret}. Nobody depends on it. */
@NullMarked
package dev.supportlink.store.secret;

import org.jspecify.annotations.NullMarked;
