package dev.supportlink.inbound.rest;

import static dev.supportlink.inbound.rest.TokenCalls.basic;
import static dev.supportlink.inbound.rest.TokenCalls.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.SharedDeployment;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody gets past the bearer check, on whatever spelling of a path. */
class BearerIT extends SharedDeployment {

    private static final String REFUSAL = "{\"error\":{\"message\":\"User Not Authenticated\","
            + "\"detail\":\"Required to provide Auth information\"},\"status\":\"failure\"}";

    private static TokenCalls calls;

    @BeforeAll
    static void openConnection() {
        calls = TokenCalls.forNewConnection(SERVER, firstUser(), "Bearer check");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/now",
                "/api/now/table/incident",
                "/api/now/v1/table/incident",
                "/api/now/table/incident/0123456789abcdef0123456789abcdef",
                "/api/now/table/sys_user",
                "/api/now/unknown",
                "/api/n%6Fw/table/incident",
                "/api//now/table/incident",
                "/api;x=1/now/table/incident",
                "/api/now/../now/table/incident",
                "//api/now/table/incident",
            })
    void strangersAreRefusedInServiceNowsShape(String path) {
        for (String method : new String[] {"GET", "POST", "PATCH", "DELETE", "OPTIONS"}) {
            HttpResponse<String> answer =
                    calls.send(calls.at(path).method(method, HttpRequest.BodyPublishers.noBody()));

            assertThat(answer.statusCode()).as(method).isEqualTo(401);
            assertThat(answer.body()).isEqualTo(REFUSAL);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer");
        }
    }

    static Stream<String> wrongHeaders() {
        return Stream.of(
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer " + "a".repeat(43),
                "Bearer " + "a".repeat(4000),
                "Basic !!",
                basic(calls.sheet().restUsername() + ":" + calls.sheet().restPassword()),
                "Bearer " + json(calls.signIn()).getString("refresh_token"),
                calls.sheet().restPassword());
    }

    @ParameterizedTest
    @MethodSource("wrongHeaders")
    void wrongHeadersAreRefusedAlike(String header) {
        HttpResponse<String> answer =
                calls.send(calls.request("/api/now/table/incident").header("Authorization", header));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(REFUSAL);
    }

    @Test
    void schemeIsReadInAnyCase() {
        String token = json(calls.signIn()).getString("access_token");

        HttpResponse<String> answer = calls.send(calls.request("/api/now/table/incident")
                .header("Authorization", "bearer  " + token)
                .header("Accept", "application/json"));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void twoHeadersAreRefused() {
        String token = json(calls.signIn()).getString("access_token");

        HttpResponse<String> answer = calls.send(calls.request("/api/now/table/incident")
                .header("Authorization", "Bearer " + token)
                .header("Authorization", "Bearer " + token));

        assertThat(answer.statusCode()).isEqualTo(401);
    }
}
