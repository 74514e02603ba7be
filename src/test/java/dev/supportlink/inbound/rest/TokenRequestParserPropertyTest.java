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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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

    /** Every byte in any of the ways that a client may write it, parameters in any order, unknown ones among them. */
    @Property(tries = TRIES)
    void readsWhatWasMeantHoweverItIsWritten(
            @ForAll("texts") String user, @ForAll("texts") String password, @ForAll Random random) {
        List<String> parameters = new ArrayList<>(List.of(
                written("grant_type", "password", random),
                written("username", user, random),
                written("password", password, random),
                written("client_id", user, random),
                written("client_secret", password, random),
                written("scope", "useraccount", random),
                written("x-" + user, password, random)));
        Collections.shuffle(parameters, random);

        TokenOrder order = parse(null, String.join("&", parameters));

        assertThat(order.grant()).isEqualTo(new TokenGrant.Password(user, Secret.of(password)));
        assertThat(order.client()).isEqualTo(new ClientCredentials(user, Secret.of(password)));
    }

    @Property(tries = TRIES)
    void anyParameterTwiceIsRefused(@ForAll("texts") String value, @ForAll Random random) {
        List<String> names = List.of("grant_type", "refresh_token", "client_id", "client_secret", "unknown");
        List<String> parameters = new ArrayList<>(List.of("grant_type=refresh_token"));
        names.subList(1, names.size()).forEach(name -> parameters.add(written(name, value, random)));
        String twice = names.get(random.nextInt(names.size()));
        parameters.add(random.nextInt(parameters.size() + 1), written(twice, value, random));

        assertThat(answer(null, String.join("&", parameters).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("refused");
    }

    /** Against a second reader of the same rules, which knows nothing of the parser's libraries. */
    @Property(tries = TRIES)
    void hostileBodiesAreReadAsTheRulesSay(@ForAll("hostileBodies") String body) {
        assertThat(read(body)).isEqualTo(FormRules.read(body));
    }

    private static Optional<TokenOrder> read(String body) {
        try {
            return Optional.of(parse(null, body));
        } catch (MalformedRequest refused) {
            assertThat(refused.error().getHTTPStatusCode()).isIn(400, 401);
            return Optional.empty();
        }
    }

    private static String written(String name, String value, Random random) {
        return spelled(name, random) + "=" + spelled(value, random);
    }

    private static String spelled(String text, Random random) {
        StringBuilder spelled = new StringBuilder();
        text.codePoints().forEach(point -> {
            String plain = Character.toString(point);
            boolean safe = "+%&= ".indexOf(point) < 0;
            if (point == ' ' && random.nextBoolean()) {
                spelled.append('+');
            } else if (safe && random.nextBoolean()) {
                spelled.append(plain);
            } else {
                for (byte octet : plain.getBytes(StandardCharsets.UTF_8)) {
                    spelled.append(String.format(random.nextBoolean() ? "%%%02x" : "%%%02X", octet));
                }
            }
        });
        return spelled.toString();
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
                "grant_type",
                "username",
                "password",
                "refresh_token",
                "client_id",
                "client_secret",
                "scope",
                "",
                "x",
                "%67rant_type",
                "user%6Eame");
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of(
                        "password",
                        "refresh_token",
                        "client_credentials",
                        "",
                        "%",
                        "%0",
                        "%00",
                        "%FF",
                        "+",
                        "%20",
                        "%C3%A4",
                        "%C3",
                        "%ED%A0%80",
                        "%C0%80",
                        "%EF%BF%BD",
                        "%7F",
                        "a=b",
                        "%26",
                        "%2B"),
                Arbitraries.strings().ofMaxLength(20));
        Arbitrary<String> pairs = Combinators.combine(names, Arbitraries.of("=", "", "=="), values)
                .as((name, sign, value) -> name + sign + value);
        Arbitrary<String> bases = Arbitraries.of(
                "",
                "grant_type=password&username=u&password=p&client_id=c&client_secret=s",
                "grant_type=refresh_token&refresh_token=r&client_id=c&client_secret=s",
                "grant_type=client_credentials&client_id=c&client_secret=s",
                "grant_type=password&client_id=c&client_secret=s");
        Arbitrary<List<String>> lists = pairs.list().ofMaxSize(4);
        return Combinators.combine(bases, lists, Arbitraries.of(true, false))
                .as((base, more, first) ->
                        first ? base + "&" + String.join("&", more) : String.join("&", more) + "&" + base);
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
