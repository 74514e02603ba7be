package dev.supportlink.outbound.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.AdminRole;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.outbound.testing.EntraSite;
import dev.supportlink.outbound.testing.MovableClock;
import dev.supportlink.outbound.testing.OutboundBeans;
import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.sandbox.entra.EntraSimulator;
import dev.supportlink.sandbox.http.Fault;
import dev.supportlink.sandbox.instance.InstanceSimulator;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.verification.BundledReasons;
import dev.supportlink.verification.Check;
import dev.supportlink.verification.CheckRun;
import dev.supportlink.verification.Outcome;
import dev.supportlink.verification.Outcome.Verdict;
import dev.supportlink.verification.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestTokenChecksContractTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-04T12:00:00Z"));
    private final EntraSimulator entra = EntraSimulator.start(clock);
    private final InstanceSimulator instance = InstanceSimulator.start(clock);
    private final OutboundBeans beans = OutboundBeans.start(
            clock,
            Map.of(
                    "supportlink.cloud.global.login-url",
                    entra.baseUri().toString(),
                    "supportlink.outbound.attempts",
                    "1"));
    private final EntraSite site = new EntraSite(entra, instance, beans);
    private Connection connection;

    @BeforeEach
    void store() {
        connection = site.connection();
        Secret secret =
                Secret.of(site.api().addSecret("first", Duration.ofDays(90)).value());
        site.store(connection, SecretKind.REST_API_CLIENT_SECRET, secret);
    }

    @AfterEach
    void stop() {
        beans.close();
        instance.close();
        entra.close();
    }

    @Test
    void bothPassWithRightApplications() {
        assertThat(apiCheck().verdict()).isEqualTo(Verdict.PASSED);

        Outcome user = userCheck();
        assertThat(user.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(user.message())
                .contains("version 1.0", site.api().appId(), site.user().appId(), "roles: none");
    }

    @Test
    void expiredSecretsNameTheirOwnSteps() {
        clock.forward(Duration.ofDays(100));

        assertRefused(apiCheck(), "aadsts-7000222", "step rest-api-application");
        assertRefused(userCheck(), "aadsts-7000222", "step rest-user-application");
    }

    @Test
    void deletedApplicationIsNamed() {
        site.user().principal(Application.Principal.MISSING);

        assertRefused(userCheck(), "aadsts-7000229", "Grant admin consent");
    }

    @Test
    void apiThatWantsAssignmentIsNamed() {
        site.api().assignmentRequired(true);

        assertRefused(userCheck(), "aadsts-501051", "Assignment required");
        assertThat(apiCheck().verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void apiThatIsSwitchedOffIsNamed() {
        site.api().principal(Application.Principal.DISABLED);

        assertRefused(userCheck(), "aadsts-50001", "Enterprise applications");
    }

    @Test
    void versionTwoNamesTheManifest() {
        site.api().requestedAccessTokenVersion(2);

        assertRefused(userCheck(), "rest-api-token-version", "requestedAccessTokenVersion");
    }

    @Test
    void versionTwoDoesWithoutAnInstance() {
        site.api().requestedAccessTokenVersion(2);

        Outcome outcome = check("rest-user-token").run(run(connection.withInstance(null)));

        assertThat(outcome.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void missingApplicationsNameBothSteps() {
        Connection none = connection.withRestApplications(RestApplications.NONE);

        assertRefused(check("rest-user-token").run(run(none)), "rest-application-missing", "rest-api-application");
        assertRefused(check("rest-api-token").run(run(none)), "rest-application-missing", "rest-user-application");
    }

    @Test
    void busyEntraMayPassByItself() {
        entra.faults().on("POST", "/", 5, Fault.status(503));

        Outcome outcome = userCheck();

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(new BundledReasons().reason(outcome.reason()).passing()).isTrue();
    }

    private static void assertRefused(Outcome outcome, String reason, String remedy) {
        assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(outcome.reason()).isEqualTo(reason);
        assertThat(outcome.remedy().adminRole()).isEqualTo(AdminRole.ENTRA_ADMIN);
        assertThat(outcome.remedy().text()).contains(remedy);
    }

    private Outcome apiCheck() {
        return check("rest-api-token").run(run(connection));
    }

    private Outcome userCheck() {
        return check("rest-user-token").run(run(connection));
    }

    private static CheckRun run(Connection connection) {
        return new CheckRun("v", connection, Trigger.SCHEDULE);
    }

    private Check check(String id) {
        return beans.all(Check.class)
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
