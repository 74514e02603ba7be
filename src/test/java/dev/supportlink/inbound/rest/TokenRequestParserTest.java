package dev.supportlink.inbound.rest;

import static dev.supportlink.inbound.rest.TokenRequests.basic;
import static dev.supportlink.inbound.rest.TokenRequests.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supportlink.inbound.ClientCredentials;
import dev.supportlink.inbound.TokenGrant;
import dev.supportlink.inbound.TokenOrder;
import dev.supportlink.secret.Secret;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRequestParserTest {

    private static final String USER = "grant_type=password&username=u&password=p";
    private static final String CLIENT = "&client_id=c&client_secret=s";

    @Test
    void readsThePasswordGrant() {
        TokenOrder order = parse(null, USER + CLIENT);

        assertThat(order)
                .isEqualTo(new TokenOrder(
                        new ClientCredentials("c", Secret.of("s")),
                        new TokenGrant.Password("u", Secret.of("p")),
                        TokenRequests.ADDRESS));
    }

    @Test
    void readsTheRefreshGrant() {
        TokenOrder order = parse(null, "grant_type=refresh_token&refresh_token=r" + CLIENT);

        assertThat(order.grant()).isEqualTo(new TokenGrant.Refresh(Secret.of("r")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&scope=useraccount", "&scope=", "&scope=a+b%20c", "&username=u&password=p"})
    void readsTheClientCredentialsGrant(String more) {
        TokenOrder order = parse(basic("c:s"), "grant_type=client_credentials" + more);

        assertThat(order)
                .isEqualTo(new TokenOrder(
                        new ClientCredentials("c", Secret.of("s")),
                        new TokenGrant.ClientAlone(),
                        TokenRequests.ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                USER + "&scope=useraccount",
                USER + "&scope=",
                USER + "&client_id=c",
                USER + "&client_id=",
                USER + "&client_secret=",
                USER + "&state=1&x=y",
                USER + "&",
                USER + "\r\n",
            })
    void readsTheClientFromTheHeader(String body) {
        assertThat(parse(basic("c:s"), body).client()).isEqualTo(new ClientCredentials("c", Secret.of("s")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic Yzpz", "BASIC Yzpz", "Basic Yzpz"})
    void schemeIsReadInAnyCase(String header) {
        assertThat(parse(header, USER).client()).isEqualTo(new ClientCredentials("c", Secret.of("s")));
    }

    @ParameterizedTest
    @CsvSource({
        "a+b, 'a b'",
        "a%20b, 'a b'",
        "a%2Bb, a+b",
        "%c3%a4%C3%9F, äß",
        "%F0%9F%94%91, \uD83D\uDD11",
        "ä, ä",
        "a=b, a=b",
        "100%25, 100%",
        "%26%3D, &=",
    })
    void decodesWhatFormsEncode(String encoded, String decoded) {
        TokenOrder order = parse(null, "grant_type=password&username=u" + CLIENT + "&password=" + encoded);

        assertThat(order.grant()).isEqualTo(new TokenGrant.Password("u", Secret.of(decoded)));
    }

    @Test
    void decodesTheHeaderAsRfc6749Says() {
        assertThat(parse(basic("c%2B1:s%3A+x"), USER).client())
                .isEqualTo(new ClientCredentials("c+1", Secret.of("s: x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&&&",
                "grant_type",
                "grant_type=",
                "username=u&password=p" + CLIENT,
                "grant_type=password&username=u" + CLIENT,
                "grant_type=password&password=p" + CLIENT,
                "grant_type=password&username=&password=p" + CLIENT,
                "grant_type=password&username=u&password=" + CLIENT,
                "grant_type=refresh_token" + CLIENT,
                "grant_type=refresh_token&refresh_token=" + CLIENT,
                USER,
                USER + "&client_id=c",
                USER + "&client_secret=s",
                USER + "&client_id=&client_secret=s",
                USER + CLIENT + "&grant_type=password",
                USER + CLIENT + "&username=u",
                USER + CLIENT + "&client_secret=s",
                USER + CLIENT + "&unknown=1&unknown=1",
                USER + CLIENT + "&broken=%",
                USER + CLIENT + "&broken=%zz",
                USER + CLIENT + "&broken=%4",
                USER + CLIENT + "&broken=%C3",
                USER + CLIENT + "&broken=%FF",
                USER + CLIENT + "&nul=%00",
                USER + CLIENT + "&line=%0A",
                USER + CLIENT + "&%00=name",
                "{\"grant_type\":\"password\"}",
            })
    void malformedRequestsAreInvalid(String body) {
        assertThat(refusal(null, body)).isEqualTo("400 invalid_request");
    }

    @Test
    void bytesThatAreNoUtf8AreInvalid() {
        byte[] latin = (USER + CLIENT + "&x=ä").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(catchThrowableOfType(MalformedRequest.class, () -> parse(null, latin)))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorization_code",
                "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "PASSWORD",
                "+",
                "x",
            })
    void otherGrantsAreNotSupported(String type) {
        assertThat(refusal(null, "grant_type=" + type + CLIENT)).isEqualTo("400 unsupported_grant_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&client_id=c&client_secret=s", "&client_secret=s", "&client_id=other"})
    void secretsInBothPlacesOrTwoClientsAreInvalid(String client) {
        assertThat(refusal(basic("c:s"), USER + client)).isEqualTo("400 invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic !",
                "Basic YQ==",
                "Basic OnM=",
                "Basic  Yzpz",
                "Basic JXp6OmI=",
                "Basic //86//8=",
                "Basic YwB4OnM="
            })
    void brokenHeadersAreInvalid(String header) {
        assertThat(refusal(header, USER)).isEqualTo("400 invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc", "Basic", "Digest username=\"c\"", ""})
    void otherSchemesProveNoClient(String header) {
        assertThat(refusal(header, USER)).isEqualTo("401 invalid_client");
    }

    private static String refusal(String authorization, String body) {
        MalformedRequest refused = catchThrowableOfType(MalformedRequest.class, () -> parse(authorization, body));
        return refused.error().getHTTPStatusCode() + " " + refused.error().getCode();
    }
}
