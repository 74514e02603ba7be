/**
 * Secrets: hidden values, encryption at rest bound to a target, keyed hashes of generated values, versions. Depends on
 * {@code connection} and {@code platform} only.
 */
@NullMarked
package dev.supportlink.secret;

import org.jspecify.annotations.NullMarked;
