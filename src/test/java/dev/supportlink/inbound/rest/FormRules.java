package dev.supportlink.inbound.rest;

import dev.supportlink.inbound.ClientCredentials;
import dev.supportlink.inbound.TokenGrant;
import dev.supportlink.inbound.TokenOrder;
import dev.supportlink.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules for a token request without an Authorization header, written down a second time and by hand, so that a test
 * may compare: WHATWG form decoding made strict, RFC 6749 sections 3.2, 4.3.2, 4.4.2 and 6. White space around the whole
 * body is no part of it, because some clients end a body with a line break.
 */
final class FormRules {

    private FormRules() {}

    /** What the body means; empty when it must be refused. */
    static Optional<TokenOrder> read(String body) {
        Map<String, String> form = decoded(body);
        if (form == null) {
            return Optional.empty();
        }
        TokenGrant grant = grant(form);
        String id = form.getOrDefault("client_id", "");
        String secret = form.getOrDefault("client_secret", "");
        return grant == null || id.isEmpty() || secret.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new TokenOrder(new ClientCredentials(id, Secret.of(secret)), grant, TokenRequests.ADDRESS));
    }

    private static @Nullable TokenGrant grant(Map<String, String> form) {
        String user = form.getOrDefault("username", "");
        String password = form.getOrDefault("password", "");
        String refreshToken = form.getOrDefault("refresh_token", "");
        return switch (form.getOrDefault("grant_type", "")) {
            case "password" ->
                user.isBlank() || password.isBlank() ? null : new TokenGrant.Password(user, Secret.of(password));
            case "refresh_token" -> refreshToken.isBlank() ? null : new TokenGrant.Refresh(Secret.of(refreshToken));
            case "client_credentials" -> new TokenGrant.ClientAlone();
            default -> null;
        };
    }

    private static @Nullable Map<String, String> decoded(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : body.trim().split("&")) {
            int sign = pair.indexOf('=');
            String name = decode(sign < 0 ? pair : pair.substring(0, sign));
            String value = decode(sign < 0 ? "" : pair.substring(sign + 1));
            if (name == null || value == null || (!pair.isEmpty() && form.put(name, value) != null)) {
                return null;
            }
        }
        return form;
    }

    /** Null for a broken escape, bytes that are no UTF-8, and control characters. */
    private static @Nullable String decode(String text) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < raw.length; at++) {
            if (raw[at] != '%') {
                octets.write(raw[at] == '+' ? ' ' : raw[at]);
                continue;
            }
            int high = at + 2 < raw.length ? Character.digit(raw[at + 1], 16) : -1;
            int low = at + 2 < raw.length ? Character.digit(raw[at + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return null;
            }
            octets.write(high * 16 + low);
            at += 2;
        }
        return printable(octets.toByteArray());
    }

    private static @Nullable String printable(byte[] octets) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            boolean wrong = text.chars().anyMatch(sign -> sign < ' ' || sign == 0x7F || sign == 0xFFFD);
            return wrong ? null : text;
        } catch (CharacterCodingException noText) {
            return null;
        }
    }
}
