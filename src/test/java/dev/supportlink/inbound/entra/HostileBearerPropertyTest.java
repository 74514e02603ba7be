package dev.supportlink.inbound.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever somebody sends as a bearer is refused; nothing else ever comes out of the check. */
class HostileBearerPropertyTest {

    private static final int TRIES = 10_000;
    private static final EntraBeans BEANS = new EntraBeans();
    private static final String RIGHT = BEANS.entra.token(TokenVersion.V1);
    private static final String[] PARTS = RIGHT.split("\\.");

    @Property(tries = TRIES)
    void anyTextIsRefused(@ForAll("texts") String text) {
        assertThat(BEANS.accepts(text)).isFalse();
    }

    @Property(tries = TRIES)
    void anyHeaderIsRefused(@ForAll("objects") String header) {
        assertThat(BEANS.accepts(encoded(header) + "." + PARTS[1] + "." + PARTS[2]))
                .isFalse();
    }

    @Property(tries = TRIES)
    void anyPayloadIsRefused(@ForAll("objects") String payload) {
        assertThat(BEANS.accepts(PARTS[0] + "." + encoded(payload) + "." + PARTS[2]))
                .isFalse();
    }

    @Property(tries = TRIES)
    void anyBytesAsHeaderAndPayloadAreRefused(
            @ForAll @Size(max = 100) byte[] header, @ForAll @Size(max = 100) byte[] payload) {
        assertThat(BEANS.accepts(encoded(header) + "." + encoded(payload) + "." + PARTS[2]))
                .isFalse();
    }

    /** Bits of the last character that carry no information are the only ones that may differ. */
    @Property(tries = TRIES)
    void rightTokenWithOneCharacterChangedIsRefused(
            @ForAll @IntRange(max = 5_000) int place, @ForAll("characters") char character) {
        int at = place % (RIGHT.length() - 1);
        String changed = RIGHT.substring(0, at) + character + RIGHT.substring(at + 1);

        assertThat(BEANS.accepts(changed)).isEqualTo(changed.equals(RIGHT));
    }

    @Property(tries = 200)
    void deepNestingIsRefused(@ForAll @IntRange(max = 5_800) int depth) {
        String deep = "{\"a\":".repeat(depth / 5) + "[".repeat(depth) + "1";
        String payload = encoded(deep.substring(0, Math.min(deep.length(), 11_000)));

        assertThat(BEANS.accepts(PARTS[0] + "." + payload + "." + PARTS[2])).isFalse();
        assertThat(BEANS.accepts(payload + "." + PARTS[1] + "." + PARTS[2])).isFalse();
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.chars()
                .range('a', 'z')
                .range('A', 'Z')
                .range('0', '9')
                .with('-', '_', '.', '=', ' ');
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.strings().withChars("ey.-_abcJ0").ofMaxLength(300),
                Arbitraries.integers().between(1, 40_000).map("a."::repeat),
                Arbitraries.integers().between(1, 40_000).map(length -> "a".repeat(length) + ".b.c"));
    }

    /** JSON that is nearly what is expected, and at times no JSON at all. */
    @Provide
    Arbitrary<String> objects() {
        Arbitrary<String> names = Arbitraries.of(
                "alg",
                "kid",
                "typ",
                "crit",
                "jwk",
                "jku",
                "x5u",
                "x5c",
                "x5t",
                "b64",
                "zip",
                "ver",
                "tid",
                "aud",
                "iss",
                "appid",
                "azp",
                "appidacr",
                "exp",
                "nbf",
                "iat",
                "scp",
                "sub",
                "");
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of(
                        "\"RS256\"",
                        "\"none\"",
                        "\"v1-key\"",
                        "\"JWT\"",
                        "\"1.0\"",
                        "\"2.0\"",
                        "null",
                        "true",
                        "[]",
                        "{}",
                        "[null]",
                        "[1]",
                        "1e999",
                        "-1",
                        "99999999999999999999",
                        "\"\\ud800\"",
                        "\"\\u0000\"",
                        "NaN",
                        "",
                        "{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"\"}",
                        "[\"MIIB\",5]"),
                Arbitraries.of(EntraSide.TENANT, EntraSide.API, EntraSide.USER, EntraSide.API_URI)
                        .map(text -> "\"" + text + "\""));
        Arbitrary<String> members = Combinators.combine(names, values).as((name, value) -> "\"" + name + "\":" + value);
        return Combinators.combine(members.list().ofMaxSize(12), Arbitraries.of("}", "", "}}", ",}"))
                .as((list, end) -> "{" + String.join(",", list) + end);
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
