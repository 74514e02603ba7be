/** Hand-overs and their sessions in the database. Nothing depends on it. */
@NullMarked
package dev.supportlink.store.handover;

import org.jspecify.annotations.NullMarked;
