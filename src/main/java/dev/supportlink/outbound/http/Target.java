package dev.supportlink.outbound.http;

import java.net.URI;

/**
 * An outside system at one address.
 *
 * @param system {@code entra}, {@code graph}, {@code instance} or {@code self}
 * @param baseUrl what the client's paths are appended to
 */
public record Target(String system, URI baseUrl) {

    /** Scheme, host and port: what credentials and circuit breakers are bound to. */
    public String origin() {
        return origin(baseUrl);
    }

    /** The origin of any URL, in lower case. */
    public static String origin(URI url) {
        String port = url.getPort() == -1 ? "" : ":" + url.getPort();
        return (url.getScheme() + "://" + url.getHost() + port).toLowerCase(java.util.Locale.ROOT);
    }
}
