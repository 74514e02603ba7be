package dev.supportlink.inbound.rest;

import static dev.supportlink.inbound.rest.AllowListCalls.ELSEWHERE;
import static dev.supportlink.inbound.rest.TokenCalls.TOKEN;
import static dev.supportlink.inbound.rest.TokenCalls.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.LibertyProcess;
import dev.supportlink.testing.Waiting;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that trusts the proxies in front of it, on a database that the test can change and take away. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrustedProxyIT {

    private static final String FORWARDED = "X-Forwarded-For";
    private static final Duration OTHER_NODES = Duration.ofSeconds(5);

    private static EmbeddedPostgres postgres;
    private static LibertyProcess server;
    private static AllowListCalls list;
    private static TokenCalls calls;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        server = LibertyProcess.named("proxied")
                .setting("supportlink.http.trusted-proxies", "127.0.0.1, ::1, 10.0.0.0/8")
                .setting("supportlink.allow-list.connector-host", "localhost")
                .setting("supportlink.database.url", postgres.getJdbcUrl("postgres", "postgres"))
                .setting("supportlink.database.user", "postgres")
                .setting("supportlink.database.password", "postgres")
                .start();
        list = new AllowListCalls(AdminClient.first(server.server().base(), server.dataDirectory()));
        calls = TokenCalls.forNewConnection(server.server(), list.operator(), "Trusted proxy");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        postgres.close();
    }

    @AfterEach
    void restore() {
        if (server.server().isReady()) {
            list.restore();
        }
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9|200",
                "203.0.113.9, 10.0.0.5|200",
                "198.51.100.7, 203.0.113.9, 10.0.0.5|200",
                "203.0.113.9:4711|200",
                "203.0.113.9, 198.51.100.7|403",
                "203.0.113.9, garbage|403",
                "203.0.113.9,,10.0.0.5|403",
                "10.0.0.4, 10.0.0.5|403",
            })
    void rightMostAddressThatIsNoProxysDecides(String forwarded, int status) {
        list.on(ELSEWHERE);

        assertThat(signIn(forwarded).statusCode()).isEqualTo(status);
    }

    @Test
    @Order(2)
    void requestWithoutTheHeaderComesFromTheProxy() {
        list.on(ELSEWHERE);

        assertThat(calls.signIn().statusCode()).isEqualTo(403);
    }

    @Test
    @Order(3)
    void refusedAddressIsNamedToTheCallerAndAudited() {
        list.on(ELSEWHERE);

        HttpResponse<String> refused = signIn("203.0.113.9, 198.51.100.77");

        assertThat(json(refused).getString("error_description")).contains("198.51.100.77");
        Waiting.until(
                Duration.ofSeconds(20),
                "the refusal of 198.51.100.77",
                () -> list.audited("caller-refused", Instant.EPOCH).stream()
                        .anyMatch(event -> event.getJsonObject("detail")
                                .getString("address")
                                .equals("198.51.100.77")));
    }

    @Test
    @Order(4)
    void guessingFromOneAddressHoldsNobodyElseBack() {
        for (int number = 0; number < 30; number++) {
            assertThat(guess("198.51.100.50", "caller" + number)).isEqualTo(401);
        }

        assertThat(guess("198.51.100.50", "another")).isEqualTo(429);
        assertThat(guess("198.51.100.51", "another")).isEqualTo(401);
    }

    @Test
    @Order(5)
    void adminsAreThrottledByTheirOwnAddress() {
        for (int number = 0; number < 11; number++) {
            assertThat(adminSignIn("198.51.100.60")).isEqualTo(401);
        }

        assertThat(adminSignIn("198.51.100.60")).isEqualTo(429);
        assertThat(adminSignIn("198.51.100.61")).isEqualTo(401);
    }

    @Test
    @Order(6)
    void networkCheckTellsWhatTheListLacks() {
        JsonObject execution = list.operator()
                .post("/admin/v1/jobs/check-network/executions?wait=PT60S", null)
                .expect(200)
                .json();
        JsonObject found = list.read().json().getJsonObject("lastNetworkCheck");

        assertThat(execution.getString("status")).isEqualTo("completed");
        assertThat(execution.getJsonObject("counts").getInt("missing")).isPositive();
        assertThat(execution.getJsonObject("counts").getInt("noLongerResolved")).isEqualTo(6);
        assertThat(found.getString("host")).isEqualTo("localhost");
        assertThat(found.getString("outcome")).isEqualTo("found");
        assertThat(found.getJsonArray("missing")).isEqualTo(found.getJsonArray("resolved"));
        assertThat(list.audited("network-findings-changed", Instant.EPOCH)).hasSize(1);
        assertThat(server.messages()).contains("check-network: localhost is found");
    }

    @Test
    @Order(7)
    void changeOfAnotherNodeIsInForceWithinSeconds() throws SQLException {
        assertThat(signIn("203.0.113.9").statusCode()).isEqualTo(200);

        change("update allow_list set enabled = true, ranges = '192.0.2.0/24', revision = revision + 1");

        Waiting.until(
                OTHER_NODES,
                "the other node's list",
                () -> signIn("203.0.113.9").statusCode() == 403);
        assertThat(signIn("192.0.2.1").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(8)
    void lastKnownListStaysInForceWithoutTheDatabase() throws IOException {
        list.on(ELSEWHERE);
        postgres.close();
        Waiting.until(
                Duration.ofSeconds(30),
                "the failed read of the list",
                () -> server.messages().contains("The allow list cannot be read"));

        assertThat(signIn("198.51.100.7").statusCode()).isEqualTo(403);
        assertThat(signIn("203.0.113.9").statusCode()).isGreaterThanOrEqualTo(500);
    }

    private static HttpResponse<String> signIn(String forwarded) {
        return calls.send(calls.form(TOKEN, calls.user() + "&" + calls.client()).header(FORWARDED, forwarded));
    }

    /** With names of its own, so that only the address is guessed from again and again. */
    private static int guess(String forwarded, String name) {
        String own = name + forwarded;
        String body = "grant_type=password&password=x&client_secret=x&username=" + own + "&client_id=" + own;
        return calls.send(calls.form(TOKEN, body).header(FORWARDED, forwarded)).statusCode();
    }

    private static int adminSignIn(String forwarded) {
        HttpRequest.Builder wrong = calls.request("/admin/v1/users")
                .header("Authorization", TokenCalls.basic("nobody:wrong password"))
                .header(FORWARDED, forwarded);
        return calls.send(wrong).statusCode();
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
