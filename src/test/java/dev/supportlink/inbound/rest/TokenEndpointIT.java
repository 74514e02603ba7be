package dev.supportlink.inbound.rest;

import static dev.supportlink.inbound.rest.TokenCalls.REVOKE;
import static dev.supportlink.inbound.rest.TokenCalls.TOKEN;
import static dev.supportlink.inbound.rest.TokenCalls.basic;
import static dev.supportlink.inbound.rest.TokenCalls.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.SharedDeployment;
import dev.supportlink.testing.Waiting;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The OAuth endpoints as callers meet them: every answer in the shape of RFC 6749, whatever was sent. */
class TokenEndpointIT extends SharedDeployment {

    /** Whose failures count for nobody else. */
    private static final String USER = "grant_type=password&password=x&username=somebody";

    private static TokenCalls calls;

    @BeforeAll
    static void openConnection() {
        calls = TokenCalls.forNewConnection(SERVER, firstUser(), "Token endpoint");
    }

    @Test
    void signsInByFormAndByHeader() {
        HttpResponse<String> byForm = calls.signIn();
        HttpResponse<String> byHeader =
                calls.send(calls.form(TOKEN, calls.user()).header("Authorization", calls.basic()));

        assertThat(byForm.statusCode()).isEqualTo(200);
        assertThat(byForm.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(json(byForm).getInt("expires_in")).isEqualTo(1800);
        assertThat(json(byForm).getString("scope")).isEqualTo("useraccount");
        assertThat(byHeader.statusCode()).isEqualTo(200);
        assertThat(json(byHeader).keySet()).isEqualTo(json(byForm).keySet());
    }

    @Test
    void tokenReadsIsRefreshedAndDies() {
        JsonObject tokens = json(calls.signIn());
        String refreshToken = tokens.getString("refresh_token");
        assertThat(calls.read(tokens.getString("access_token")).statusCode()).isEqualTo(200);

        JsonObject refreshed = json(refresh(refreshToken));
        assertThat(refreshed.getString("refresh_token")).isEqualTo(refreshToken);
        assertThat(calls.read(refreshed.getString("access_token")).statusCode()).isEqualTo(200);

        HttpResponse<String> revoked = calls.post(REVOKE, "token=" + refreshToken);
        assertThat(revoked.statusCode()).isEqualTo(200);
        assertThat(revoked.body()).isEmpty();
        assertThat(calls.read(refreshed.getString("access_token")).statusCode()).isEqualTo(401);
        assertThat(refresh(refreshToken).statusCode()).isEqualTo(400);
    }

    @Test
    void revocationNeverTellsWhetherThereWasAToken() {
        assertThat(calls.post(REVOKE, "token=unknown&token_type_hint=access_token")
                        .statusCode())
                .isEqualTo(200);
        assertThat(calls.post(REVOKE, "token_type_hint=access_token").statusCode())
                .isEqualTo(400);
    }

    @Test
    void revocationTakesItsTokenFromTheBodyOfAPostOnly() {
        String token = json(calls.signIn()).getString("access_token");
        HttpResponse<String> byUrl = calls.post(REVOKE + "?token=" + token, "token=" + token);
        HttpResponse<String> byGet = calls.send(calls.request(REVOKE + "?token=" + token));

        assertThat(error(byUrl)).isEqualTo("400 invalid_request");
        assertThat(byGet.statusCode()).isEqualTo(405);
        assertThat(calls.read(token).statusCode()).isEqualTo(200);
        HttpResponse<String> byAnybody =
                calls.send(calls.form(REVOKE, "token=" + token).header("Authorization", basic("someone:else")));
        assertThat(byAnybody.statusCode()).isEqualTo(200);
        assertThat(byAnybody.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(calls.read(token).statusCode()).isEqualTo(401);
    }

    /** A caller's secret never holds these; what the decoding makes of them shows in the answer all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"%", "+", "%2B", "%20", "%C3%A4", "\u00e4", "%F0%9F%94%91"})
    void namesInEveryEncodingAreReadOnce(String part) {
        String header = basic("a" + part.replace("%", "%25").replace("+", "%2B") + ":x");

        HttpResponse<String> same = calls.send(calls.form(
                        TOKEN, USER + "&client_id=a" + part.replace("%", "%25").replace("+", "%2B"))
                .header("Authorization", header));
        HttpResponse<String> other =
                calls.send(calls.form(TOKEN, USER + "&client_id=b").header("Authorization", header));

        assertThat(error(same)).isEqualTo("401 invalid_client");
        assertThat(error(other)).isEqualTo("400 invalid_request");
    }

    @Test
    void headerMayBeJoinedByItsOwnClientIdInTheBody() {
        HttpResponse<String> answer = calls.send(
                calls.form(TOKEN, calls.user() + "&client_id=" + calls.sheet().clientId())
                        .header("Authorization", calls.basic()));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/oauth-authorization-server",
                "/.well-known/openid-configuration",
                "/oauth_introspect.do",
                "/oauth_token_introspect.do",
                "/api/now/oauth/jwks",
            })
    void nothingTellsAboutTokensOrKeys(String path) {
        assertThat(calls.post(path, "token=x").statusCode()).isIn(401, 404);
        assertThat(calls.send(calls.request(path)).statusCode()).isIn(401, 404);
    }

    @Test
    void unknownClientAndWrongSecretLookAlike() {
        HttpResponse<String> unknown = calls.post(TOKEN, calls.user() + "&client_id=nobody&client_secret=x");
        HttpResponse<String> wrong =
                calls.post(TOKEN, calls.user() + "&client_id=" + calls.sheet().clientId() + "&client_secret=x");
        HttpResponse<String> byHeader = calls.send(calls.form(TOKEN, calls.user())
                .header("Authorization", basic(calls.sheet().clientId() + ":x")));

        assertThat(error(unknown)).isEqualTo("401 invalid_client");
        assertThat(error(wrong)).isEqualTo("401 invalid_client");
        assertThat(unknown.body()).isEqualTo(wrong.body()).isEqualTo(byHeader.body());
        assertThat(byHeader.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic ");
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void everyBadGrantLooksAlike() {
        TokenCalls others = TokenCalls.forNewConnection(SERVER, firstUser(), "Token endpoint - another");
        HttpResponse<String> wrongPassword = calls.post(
                TOKEN,
                "grant_type=password&password=x&username=" + calls.sheet().restUsername() + "&" + calls.client());
        HttpResponse<String> othersUser = calls.post(TOKEN, others.user() + "&" + calls.client());
        HttpResponse<String> unknownToken = refresh("x");

        assertThat(error(wrongPassword)).isEqualTo("400 invalid_grant");
        assertThat(othersUser.body()).isEqualTo(wrongPassword.body());
        assertThat(unknownToken.body()).isEqualTo(wrongPassword.body());
    }

    @Test
    void guessingIsHeldBackAndTheRightValuePasses() {
        TokenCalls guessed = TokenCalls.forNewConnection(SERVER, firstUser(), "Token endpoint - guessed");
        String wrong = guessed.user() + "&client_id=" + guessed.sheet().clientId() + "&client_secret=guess";
        for (int number = 0; number < 10; number++) {
            assertThat(error(calls.post(TOKEN, wrong))).isEqualTo("401 invalid_client");
        }

        HttpResponse<String> heldBack = calls.post(TOKEN, wrong);

        assertThat(heldBack.statusCode()).isEqualTo(429);
        assertThat(heldBack.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 300L);
        assertThat(json(heldBack).getString("error")).isEqualTo("temporarily_unavailable");
        assertThat(guessed.signIn().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO"})
    void otherMethodsAreNotAllowed(String method) {
        for (String path : new String[] {TOKEN, REVOKE}) {
            HttpResponse<String> answer = calls.send(calls.request(path).method(method, BodyPublishers.noBody()));

            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        }
    }

    /** One request that is wrong in some way, and the answer it deserves. */
    record Malformed(String what, Function<TokenCalls, HttpRequest.Builder> request, String answer) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Malformed> malformedRequests() {
        return Stream.of(
                form("no parameter", c -> "", "400 invalid_request"),
                form("no grant type", TokenCalls::client, "400 invalid_request"),
                form("no client", TokenCalls::user, "400 invalid_request"),
                form("repeated", c -> c.user() + "&" + c.client() + "&username=x", "400 invalid_request"),
                form("broken escape", c -> c.user() + "&" + c.client() + "&x=%zz", "400 invalid_request"),
                form("NUL", c -> c.user() + "&" + c.client() + "&x=%00", "400 invalid_request"),
                form("no UTF-8", c -> c.user() + "&" + c.client() + "&x=%FF", "400 invalid_request"),
                form("other grant", c -> "grant_type=implicit&" + c.client(), "400 unsupported_grant_type"),
                form("too large", c -> "x=" + "a".repeat(9000), "413 invalid_request"),
                new Malformed(
                        "too large, in chunks",
                        c -> c.request(TOKEN)
                                .header("Content-Type", TokenCalls.FORM)
                                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[9000]))),
                        "413 invalid_request"),
                new Malformed(
                        "query string",
                        c -> c.form(TOKEN + "?scope=useraccount", c.user() + "&" + c.client()),
                        "400 invalid_request"),
                new Malformed(
                        "all in the query string",
                        c -> c.form(TOKEN + "?" + c.user() + "&" + c.client(), ""),
                        "400 invalid_request"),
                typed("JSON", "application/json", "415 invalid_request"),
                typed("multipart", "multipart/form-data; boundary=x", "415 invalid_request"),
                typed("broken media type", "a/b; =", "415 invalid_request"),
                new Malformed(
                        "no media type",
                        c -> c.request(TOKEN).POST(BodyPublishers.ofString(c.user())),
                        "415 invalid_request"),
                header("both places", TokenCalls::basic, TokenCalls::client, "400 invalid_request"),
                header("two clients", TokenCalls::basic, c -> "client_id=x", "400 invalid_request"),
                header("no base64", c -> "Basic !!", c -> "x=", "400 invalid_request"),
                header("no colon", c -> "Basic YQ==", c -> "x=", "400 invalid_request"),
                header("empty Basic", c -> "Basic =", c -> "x=", "400 invalid_request"),
                header("other scheme", c -> "Bearer x", c -> "x=", "401 invalid_client"),
                new Malformed(
                        "two headers",
                        c -> c.form(TOKEN, c.user())
                                .header("Authorization", c.basic())
                                .header("Authorization", c.basic()),
                        "400 invalid_request"),
                new Malformed("slash at the end", c -> c.form(TOKEN + "/", ""), "404 invalid_request"),
                new Malformed("below", c -> c.form(TOKEN + "/x", ""), "404 invalid_request"),
                new Malformed(
                        "unreadable Accept", c -> c.form(TOKEN, "").header("Accept", "///"), "400 invalid_request"));
    }

    @ParameterizedTest
    @MethodSource("malformedRequests")
    void malformedRequestsAreToldSoInShape(Malformed malformed) {
        HttpResponse<String> answer = calls.send(malformed.request().apply(calls));

        assertThat(error(answer)).isEqualTo(malformed.answer());
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void answerIsJsonWhateverIsAccepted() {
        HttpResponse<String> answer = calls.send(
                calls.form(TOKEN, calls.user() + "&" + calls.client()).header("Accept", "text/xml"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).getString("token_type")).isEqualTo("Bearer");
    }

    @Test
    void realReasonStandsInTheAuditTrailOnly() {
        TokenCalls audited = TokenCalls.forNewConnection(SERVER, firstUser(), "Token endpoint - audited");
        calls.post(
                TOKEN,
                "grant_type=password&password=x&username=" + audited.sheet().restUsername() + "&" + audited.client());

        String path = "/admin/v1/audit-events?action=caller-refused&connection=" + audited.connectionId();
        Waiting.until(
                Duration.ofSeconds(20),
                "the refusal in the audit trail",
                () -> firstUser().get(path).expect(200).text().contains("wrong-password"));
    }

    private static Malformed form(String what, Function<TokenCalls, String> body, String answer) {
        return new Malformed(what, c -> c.form(TOKEN, body.apply(c)), answer);
    }

    private static Malformed typed(String what, String mediaType, String answer) {
        return new Malformed(
                what,
                c -> c.request(TOKEN)
                        .header("Content-Type", mediaType)
                        .POST(BodyPublishers.ofString(c.user() + "&" + c.client())),
                answer);
    }

    private static Malformed header(
            String what, Function<TokenCalls, String> header, Function<TokenCalls, String> more, String answer) {
        return new Malformed(
                what,
                c -> c.form(TOKEN, c.user() + "&" + more.apply(c)).header("Authorization", header.apply(c)),
                answer);
    }

    private static HttpResponse<String> refresh(String refreshToken) {
        return calls.post(TOKEN, "grant_type=refresh_token&refresh_token=" + refreshToken + "&" + calls.client());
    }

    private static String error(HttpResponse<String> answer) {
        return answer.statusCode() + " " + json(answer).getString("error");
    }
}
