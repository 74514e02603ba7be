/**
 * Callers that come with a token of Entra ID instead of one of ours: who is registered, what a token must say, and the
 * keys that tokens are checked with. Depends on {@code inbound} and {@code connection}; {@code inbound.rest} and
 * {@code setup} may depend on it. A token is looked up before it is checked, so that nobody makes us fetch the keys of a
 * tenant that we do not serve.
 */
@NullMarked
package dev.supportlink.inbound.entra;

import org.jspecify.annotations.NullMarked;
