/** What all outside systems share: the HTTP client policy and the translation of failures; depends on features and platform. */
@NullMarked
package dev.supportlink.outbound;

import org.jspecify.annotations.NullMarked;
