package dev.supportlink.inbound.rest;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parameters of a form body, each at most once. Nimbus decodes them; what it would pass over in silence (a broken
 * escape, bytes that are no UTF-8) is refused here first.
 */
final class TokenForm {

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\uFFFD]");

    private final Map<String, List<String>> parameters;

    private TokenForm(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    static TokenForm of(byte[] body) {
        String text = utf8(body);
        if (BROKEN_ESCAPE.matcher(text).find()) {
            throw MalformedRequest.because("The body has a broken percent escape");
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        URLUtils.parseParameters(text).forEach((name, values) -> parameters.put(name, single(name, values)));
        return new TokenForm(Collections.unmodifiableMap(parameters));
    }

    /** Refuses text that no value of ours can hold and that a database may choke on. */
    static String printable(String text) {
        if (UNPRINTABLE.matcher(text).find()) {
            throw MalformedRequest.because("A parameter holds control characters or is not UTF-8");
        }
        return text;
    }

    /** The value; empty for one that is absent or has no text, which RFC 6749 treats alike. */
    Optional<String> find(String name) {
        return Optional.ofNullable(parameters.get(name))
                .map(values -> values.get(0))
                .filter(text -> !text.isEmpty());
    }

    String get(String name) {
        return find(name).orElseThrow(() -> MalformedRequest.because("The parameter " + name + " is missing"));
    }

    /** As Nimbus takes them. */
    Map<String, List<String>> asMap() {
        return parameters;
    }

    private static List<String> single(String name, List<String> values) {
        printable(name);
        if (values.size() > 1) {
            throw MalformedRequest.because("A parameter stands in the body more than once");
        }
        values.forEach(TokenForm::printable);
        return values;
    }

    private static String utf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw MalformedRequest.because("The body is not UTF-8");
        }
    }
}
