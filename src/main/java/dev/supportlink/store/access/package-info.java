/** Users and their roles in the database. Nothing depends on it. */
@NullMarked
package dev.supportlink.store.access;

import org.jspecify.annotations.NullMarked;
