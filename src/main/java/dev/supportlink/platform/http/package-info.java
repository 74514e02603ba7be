/** The application's paths, headers and limits; depends on nothing of ours but platform. */
@NullMarked
package dev.supportlink.platform.http;

import org.jspecify.annotations.NullMarked;
