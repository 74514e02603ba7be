package dev.supportlink.outbound.entra;

import static dev.supportlink.outbound.testing.Failures.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Tenant;
import dev.supportlink.outbound.testing.MovableClock;
import dev.supportlink.outbound.testing.OutboundBeans;
import dev.supportlink.outbound.testing.TenantSite;
import dev.supportlink.outbound.testing.Together;
import dev.supportlink.sandbox.entra.EntraSimulator;
import dev.supportlink.sandbox.http.Fault;
import dev.supportlink.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppTokensContractTest {

    private static final int THREADS = 50;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-04T12:00:00Z"));
    private final EntraSimulator entra = EntraSimulator.start(clock);
    private OutboundBeans beans = start("v1");
    private TenantSite site = new TenantSite(entra, beans);

    @AfterEach
    void stop() {
        beans.close();
        entra.close();
    }

    @Test
    void manyThreadsMakeOneRequest() throws Exception {
        Connection connection = site.connection();

        assertThat(Together.call(THREADS, () -> tokens().token(connection))).allMatch(Optional::isEmpty);

        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void refusalIsSharedByThoseWhoAskedTogether() throws Exception {
        Connection connection = site.connection();
        site.store(connection, Secret.of("wrong"));
        entra.faults().on("POST", "/", 1, Fault.slow(Duration.ofMillis(150)));

        assertThat(Together.call(THREADS, () -> tokens().token(connection)))
                .allSatisfy(outcome ->
                        assertThat(outcome.flatMap(failure -> failure.code())).contains("aadsts-7000215"));

        assertThat(requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void tokenIsKeptUntilShortlyBeforeItsEnd(String version) {
        beans.close();
        beans = start(version);
        site = new TenantSite(entra, beans);
        entra.behaviour().tokensLive(Duration.ofMinutes(60), Duration.ofMinutes(60));
        Connection connection = site.connection();
        AppToken first = tokens().token(connection);

        clock.forward(Duration.ofMinutes(54));
        assertThat(tokens().token(connection)).isEqualTo(first);

        clock.forward(Duration.ofMinutes(2));
        assertThat(tokens().token(connection)).isNotEqualTo(first);
        assertThat(requests()).isEqualTo(2);
        assertThat(entra.requests().matching("POST", "/").get(0).path())
                .contains(version.equals("v2") ? "v2.0" : "oauth2/token");
    }

    @Test
    void tokenDoesNotOutliveItsSecret() {
        Connection connection = site.connection();
        tokens().token(connection);
        site.store(connection, Secret.of("another one"));

        assertThat(codeOf(() -> tokens().token(connection))).isEqualTo("aadsts-7000215");
    }

    @Test
    void nothingSurvivesAChangeOfTenant() {
        Connection connection = site.connection();
        tokens().token(connection);
        TenantSite other = new TenantSite(entra, beans);
        entra.requests().clear();

        Connection moved = connection.withTenant(other.tenant());

        assertThat(codeOf(() -> tokens().token(moved))).isEqualTo("outbound-secret-missing");
        assertThat(entra.requests().all()).isEmpty();
    }

    @Test
    void whatIsNotSetUpYetIsNamed() {
        Connection connection = site.connection();

        assertThat(codeOf(() -> tokens().token(connection.withEntraClientId(null))))
                .isEqualTo("entra-application-missing");
        assertThat(codeOf(() -> tokens().token(connection.withTenant(new Tenant("x.example", null, null)))))
                .isEqualTo("tenant-not-resolved");
    }

    @Test
    void freshTokenIsFetchedAlthoughOneIsKept() {
        Connection connection = site.connection();
        tokens().token(connection);
        tokens().fresh(connection);

        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void permissionsAreReadFromTheToken() {
        assertThat(tokens().token(site.connection()).roles())
                .hasValueSatisfying(roles -> assertThat(roles).isEmpty());

        site.application().grant("Organization.Read.All");
        assertThat(tokens().fresh(site.connection()).roles())
                .hasValueSatisfying(roles -> assertThat(roles).containsExactly("Organization.Read.All"));
    }

    private OutboundBeans start(String version) {
        entra.graphIsKnownAs(java.net.URI.create("http://localhost:1"));
        return OutboundBeans.start(
                clock,
                Map.of(
                        "supportlink.entra.token-version",
                        version,
                        "supportlink.cloud.global.login-url",
                        entra.baseUri().toString(),
                        "supportlink.cloud.global.graph-url",
                        "http://localhost:1"));
    }

    private AppTokens tokens() {
        return beans.get(AppTokens.class);
    }

    private int requests() {
        return entra.requests().count("POST", "/");
    }
}
