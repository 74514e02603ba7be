/**
 * Users, roles, sign-in and who may do what. May depend on {@code connection}, {@code audit}; {@code setup} depends on
 * it.
 */
@NullMarked
package dev.supportlink.access;

import org.jspecify.annotations.NullMarked;
