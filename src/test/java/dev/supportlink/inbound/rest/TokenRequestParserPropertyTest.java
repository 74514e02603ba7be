package dev.supportlink.inbound.rest;

import static dev.supportlink.inbound.rest.TokenRequests.basic;
import static dev.supportlink.inbound.rest.TokenRequests.parse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.inbound.ClientCredentials;
import dev.supportlink.inbound.TokenGrant;
import dev.supportlink.inbound.TokenOrder;
import dev.supportlink.secret.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class TokenRequestParserPropertyTest {

    private static final int TRIES = 10_000;

    @Property(tries = TRIES)
    void readsBackWhatAClientEncoded(
            @ForAll("texts") String user, @ForAll("texts") String password, @ForAll("texts") String secret) {
        String body = form("grant_type", "password", "username", user, "password", password)
                + "&"
                + form("client_id", "c", "client_secret", secret);

        TokenOrder order = parse(null, body);

        assertThat(order.grant()).isEqualTo(new TokenGrant.Password(user, Secret.of(password)));
        assertThat(order.client()).isEqualTo(new ClientCredentials("c", Secret.of(secret)));
    }

    @Property(tries = TRIES)
    void readsBackWhatAClientEncodedInTheHeader(@ForAll("texts") String id, @ForAll("texts") String secret) {
        String header = basic(encoded(id) + ":" + encoded(secret));

        TokenOrder order = parse(header, "grant_type=refresh_token&refresh_token=r");

        assertThat(order.client()).isEqualTo(new ClientCredentials(id, Secret.of(secret)));
    }

    @Property(tries = TRIES)
    void hostileBodiesAreReadOrRefused(@ForAll("hostileBodies") String body) {
        assertThat(answer(null, body.getBytes(StandardCharsets.UTF_8))).isIn("read", "refused");
    }

    @Property(tries = TRIES)
    void anyBytesAreReadOrRefused(@ForAll @Size(max = 200) byte[] body) {
        assertThat(answer(null, body)).isIn("read", "refused");
    }

    @Property(tries = TRIES)
    void hostileHeadersAreReadOrRefused(@ForAll("hostileHeaders") String header) {
        byte[] body = "grant_type=refresh_token&refresh_token=r".getBytes(StandardCharsets.UTF_8);

        assertThat(answer(header, body)).isIn("read", "refused");
    }

    @Property(tries = TRIES)
    void whatIsReadHoldsNothingADatabaseChokesOn(@ForAll("hostileBodies") String body) {
        try {
            TokenOrder order = parse(null, body);
            assertThat(order.client().clientId()).isNotEmpty().doesNotContain("\0", "\uFFFD");
            if (order.grant() instanceof TokenGrant.Password password) {
                assertThat(password.userName()).isNotBlank().doesNotContain("\0", "\uFFFD");
            }
        } catch (MalformedRequest refused) {
            assertThat(refused.error().getHTTPStatusCode()).isIn(400, 401);
        }
    }

    /** Printable, and nothing at the ends that Nimbus would trim. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('\u00A1', '\u2FFF')
                .withChars('+', '%', '&', '=', ':', '"')
                .ofMaxLength(40)
                .map(text -> "+" + text + "%");
    }

    @Provide
    Arbitrary<String> hostileBodies() {
        Arbitrary<String> names = Arbitraries.of(
                "grant_type", "username", "password", "refresh_token", "client_id", "client_secret", "scope", "", "x");
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of("password", "refresh_token", "", "%", "%0", "%00", "%FF", "+", "%C3%A4", "a=b"),
                Arbitraries.strings().ofMaxLength(20));
        Arbitrary<String> pairs = Combinators.combine(names, Arbitraries.of("=", "", "=="), values)
                .as((name, sign, value) -> name + sign + value);
        Arbitrary<String> good =
                Arbitraries.just("grant_type=password&username=u&password=p&client_id=c&client_secret=s");
        Arbitrary<List<String>> lists = Arbitraries.oneOf(pairs, good).list().ofMaxSize(8);
        return lists.map(parts -> String.join("&", parts));
    }

    @Provide
    Arbitrary<String> hostileHeaders() {
        Arbitrary<String> credentials = Arbitraries.strings().ofMaxLength(40).map(TokenRequests::basic);
        Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(40);
        return Arbitraries.oneOf(credentials, anything, anything.map(text -> "Basic " + text));
    }

    private static String answer(String header, byte[] body) {
        try {
            parse(header, body);
            return "read";
        } catch (MalformedRequest refused) {
            return "refused";
        }
    }

    private static String form(String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            form.append(index == 0 ? "" : "&")
                    .append(namesAndValues[index])
                    .append('=')
                    .append(encoded(namesAndValues[index + 1]));
        }
        return form.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
