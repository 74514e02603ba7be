package dev.supportlink.setup.script;

import java.nio.charset.StandardCharsets;

/** Encodes a value as one part of a URL: a path segment, or a name or value of a query. */
public final class UrlPart {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private UrlPart() {}

    public static String of(String value) {
        StringBuilder text = new StringBuilder();
        for (byte unit : value.getBytes(StandardCharsets.UTF_8)) {
            int code = unit & 0xff;
            if (UNRESERVED.indexOf(code) >= 0) {
                text.append((char) code);
            } else {
                text.append(String.format("%%%02X", code));
            }
        }
        return text.toString();
    }
}
