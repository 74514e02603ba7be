/** What callers feel: tokens and reads, beside an empty resource and, where there is one, a Keycloak. */
@NullMarked
package dev.supportlink.bench.callers;

import org.jspecify.annotations.NullMarked;
