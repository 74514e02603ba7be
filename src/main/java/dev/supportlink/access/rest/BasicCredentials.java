package dev.supportlink.access.rest;

import dev.supportlink.secret.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A name and a password as HTTP Basic authentication sends them (RFC 7617, UTF-8). */
record BasicCredentials(String name, Secret password) {

    private static final String SCHEME = "Basic ";
    private static final int MOST = 2048;

    /** Empty for another scheme, and for anything that is not well formed. */
    static Optional<BasicCredentials> parse(@Nullable String header) {
        if (header == null || header.length() > MOST || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return decode(header.substring(SCHEME.length()).strip()).flatMap(BasicCredentials::split);
    }

    private static Optional<BasicCredentials> split(String pair) {
        int colon = pair.indexOf(':');
        return colon < 1
                ? Optional.empty()
                : Optional.of(new BasicCredentials(pair.substring(0, colon), Secret.of(pair.substring(colon + 1))));
    }

    private static Optional<String> decode(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            return Optional.empty();
        }
    }
}
