/** What every application needs and no business word; depends on no other package of ours. */
@NullMarked
package dev.supportlink.platform;

import org.jspecify.annotations.NullMarked;
