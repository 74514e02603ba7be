/**
 * The application's paths, headers, limits and error shapes; depends on nothing of ours but {@code platform}. Features
 * contribute an {@link dev.supportlink.platform.http.ErrorShape} and are never named here.
 */
@NullMarked
package dev.supportlink.platform.http;

import org.jspecify.annotations.NullMarked;
