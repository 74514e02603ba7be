/**
 * Measurements, started by {@code mvn -Pbench verify}. Each is a program that starts what it measures on loopback,
 * prints a table and ends. Nothing depends on it, and no test asserts a time.
 */
@NullMarked
package dev.supportlink.bench;

import org.jspecify.annotations.NullMarked;
