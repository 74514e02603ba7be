package dev.supportlink.fuzz;

import java.nio.charset.StandardCharsets;

/**
 * One request as it goes over the wire, each character a byte.
 *
 * @param framed whether its end can be told, so that another one may follow on the same connection
 */
record FuzzedRequest(String text, boolean framed) {

    byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Its beginning, for a message. */
    @Override
    public String toString() {
        return text.substring(0, Math.min(text.length(), 600));
    }
}
