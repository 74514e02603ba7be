/**
 * Network addresses and ranges of them as values. Everything may depend on it. Decision: text is read by code of our own
 * and never by the JVM, which takes what is no address for a host name and asks a name server about it.
 */
@NullMarked
package dev.supportlink.platform.net;

import org.jspecify.annotations.NullMarked;
