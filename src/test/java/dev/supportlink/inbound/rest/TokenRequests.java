package dev.supportlink.inbound.rest;

import dev.supportlink.inbound.TokenOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Parses token requests in tests. */
final class TokenRequests {

    static final String ADDRESS = "203.0.113.7";

    private TokenRequests() {}

    static TokenRequestParser parser() {
        TokenRequestParser parser = new TokenRequestParser();
        parser.clients = new ClientCredentialsParser();
        return parser;
    }

    static TokenOrder parse(@Nullable String authorization, String body) {
        return parse(authorization, body.getBytes(StandardCharsets.UTF_8));
    }

    static TokenOrder parse(@Nullable String authorization, byte[] body) {
        return parser().parse(authorization, body, ADDRESS);
    }

    static String basic(String text) {
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
