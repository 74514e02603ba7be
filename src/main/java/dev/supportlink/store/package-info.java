/**
 * Persistence adapters and the schema; implements ports of the features, and only adapters of one feature below it depend
 * on it. {@code Sql} is for what is read or written with every call, or needs the database's own words: Jakarta
 * Persistence costs several hundred microseconds a statement, since it writes the text of a locking read anew each time.
 */
@NullMarked
package dev.supportlink.store;

import org.jspecify.annotations.NullMarked;
