/**
 * The caller at Microsoft's side, which knows nothing but the completion sheet.
 *
 * <p>The driver and tests depend on it; it depends only on the JSON of the sandbox.
 */
@NullMarked
package dev.supportlink.sandbox.caller;

import org.jspecify.annotations.NullMarked;
