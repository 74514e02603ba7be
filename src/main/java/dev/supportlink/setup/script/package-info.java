/**
 * Scripts for administrators who would rather run than click: one class per language says how a value is quoted there,
 * and templates hold the scripts themselves. The steps of the plan use it; it may depend on {@code connection} only.
 *
 * <p>A value enters a script only as a {@link dev.supportlink.setup.script.Literal}, which only the quoting classes
 * make, and every script is plain ASCII: what a shell reads differently under another code page never stands in it.
 */
@NullMarked
package dev.supportlink.setup.script;

import org.jspecify.annotations.NullMarked;
