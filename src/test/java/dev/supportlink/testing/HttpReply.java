package dev.supportlink.testing;

import java.nio.charset.StandardCharsets;

/** An answer's status and body. */
public record HttpReply(int status, byte[] body) {

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
