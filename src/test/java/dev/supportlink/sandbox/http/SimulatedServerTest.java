package dev.supportlink.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.sandbox.Calls;
import dev.supportlink.sandbox.state.TurnableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatedServerTest {

    private final AtomicInteger changes = new AtomicInteger();
    private final SimulatedServer server = SimulatedServer.start(
            "test",
            0,
            TurnableClock.at(Instant.parse("2026-01-01T00:00:00Z")),
            new Routes().on("POST", "/things/{id}", this::change).on("GET", "/things/{id}", this::show));
    private final Calls calls = Calls.to(server.baseUri());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void routesFindValuesInThePath() {
        assertThat(calls.get("/things/seven").json().getString("id")).isEqualTo("seven");
        assertThat(calls.get("/nothing").status()).isEqualTo(404);
        assertThat(calls.call("DELETE", "/things/seven").status()).isEqualTo(405);
    }

    @Test
    void faultIsUsedUpByTheFirstRequestThatFitsIt() {
        server.faults().on("POST", "/things/", 2, Fault.tooManyRequests("2.128"));

        assertThat(calls.get("/things/1").status()).isEqualTo(200);
        Calls.Reply refused = calls.call("POST", "/things/1");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("2.128");
        assertThat(calls.call("POST", "/things/1").status()).isEqualTo(429);
        assertThat(calls.call("POST", "/things/1").status()).isEqualTo(200);
        assertThat(changes).hasValue(1);
    }

    @Test
    void resetHappensBeforeTheRequestIsCarriedOut() {
        server.faults().next(2, Fault.reset());

        assertThatThrownBy(() -> calls.json("POST", "/things/1", "{}")).isInstanceOf(UncheckedIOException.class);
        assertThat(changes).hasValue(0);
    }

    @Test
    void lostAnswerHappensAfterTheRequestIsCarriedOut() {
        server.faults().on("/things/1", Fault.lostAnswer());

        assertThatThrownBy(() -> calls.reply("POST", "/things/1", BodyPublishers.ofString("{}")))
                .isInstanceOf(IOException.class);
        assertThat(changes).hasPositiveValue();
    }

    @Test
    void answerThatIsCutOffCannotBeReadInFull() {
        server.faults().next(Fault.cutOff());

        assertThatThrownBy(() -> calls.get("/things/1")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void bodiesCanBeWrongSlowOrHuge() {
        server.faults().next(Fault.html());
        assertThat(calls.get("/things/1").header("Content-Type")).startsWith("text/html");
        server.faults().next(Fault.malformedJson());
        assertThat(JsonTexts.read(calls.get("/things/1").body())).isEmpty();
        server.faults().next(Fault.trickle(Duration.ofMillis(1)));
        assertThat(calls.get("/things/1").json().getString("id")).isEqualTo("1");
        server.faults().next(Fault.hugeBody(3_000_000));
        assertThat(calls.get("/things/1").body().length()).isGreaterThanOrEqualTo(3_000_000);
    }

    @Test
    void slowAnswerIsRightButLate() {
        server.faults().next(Fault.slow(Duration.ofMillis(120)));
        long start = System.nanoTime();

        assertThat(calls.get("/things/1").status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
    }

    @Test
    void faultsCanBeOrderedOverHttp() {
        assertThat(calls.json("POST", "/__sandbox/faults", """
            {"fault": "answer", "path": "/things", "status": 503, "headers": {"Retry-After": "7"}}\
            """).status()).isEqualTo(201);
        assertThat(calls.get("/__sandbox/faults").json().getJsonArray("waiting"))
                .hasSize(1);

        assertThat(calls.get("/things/1").status()).isEqualTo(503);
        assertThat(calls.get("/things/1").status()).isEqualTo(200);
        assertThat(calls.json("POST", "/__sandbox/faults", "{\"fault\": \"unheard-of\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void logNamesFieldsButKeepsNoValue() {
        calls.basic("someone", "pass-word").form("/things/1?view=full", "client_secret", "s3cr3t+value");
        calls.bearer("token-value").json("POST", "/things/1", "{\"outer\": {\"inner\": \"json-value\"}}");

        LoggedRequest first = server.requests().all().get(0);
        assertThat(first.credential()).isEqualTo(LoggedRequest.Credential.BASIC);
        assertThat(first.fields()).containsExactlyInAnyOrder("view", "client_secret");
        assertThat(server.requests().all().toString()).doesNotContain("s3cr3t", "pass-word");
        assertThat(server.requests().all().get(1).credential()).isEqualTo(LoggedRequest.Credential.BEARER);
        assertThat(server.requests().count("POST", "/things")).isEqualTo(2);
        for (String value : new String[] {"pass-word", "s3cr3t+value", "token-value", "json-value", "full"}) {
            assertThat(server.requests().everReceived(value)).as(value).isTrue();
        }
        assertThat(server.requests().everReceived("never sent")).isFalse();
    }

    @Test
    void oversizedBodyIsRefused() {
        assertThat(calls.json("POST", "/things/1", "x".repeat(5_000_000)).status())
                .isEqualTo(413);
    }

    private Answer change(Request request) {
        changes.incrementAndGet();
        return show(request);
    }

    private Answer show(Request request) {
        return Answer.json(
                200, JsonTexts.object().add("id", request.variable("id")).build());
    }
}
