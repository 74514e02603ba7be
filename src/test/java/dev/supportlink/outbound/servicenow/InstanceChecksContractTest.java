package dev.supportlink.outbound.servicenow;

import static dev.supportlink.outbound.testing.Failures.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Environment;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.connection.SetupType;
import dev.supportlink.outbound.testing.InstanceSite;
import dev.supportlink.outbound.testing.OutboundBeans;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.Fault;
import dev.supportlink.sandbox.instance.CloseCodes;
import dev.supportlink.sandbox.instance.InstanceSimulator;
import dev.supportlink.sandbox.instance.TableAccess;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.setup.InstanceFindings;
import dev.supportlink.setup.InstanceFindingsRepository;
import dev.supportlink.verification.Check;
import dev.supportlink.verification.CheckRun;
import dev.supportlink.verification.Outcome;
import dev.supportlink.verification.Outcome.Verdict;
import dev.supportlink.verification.Trigger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceChecksContractTest {

    private static InstanceSimulator instance;
    private static OutboundBeans beans;

    private InstanceSite site;
    private Connection connection;

    @BeforeAll
    static void start() {
        instance = InstanceSimulator.start(Clock.systemUTC());
        beans = OutboundBeans.start(Map.of());
    }

    @AfterAll
    static void stop() {
        beans.close();
        instance.close();
    }

    @BeforeEach
    void freshSite() {
        instance.faults().clear();
        instance.requests().clear();
        instance.behaviour().administrativeTables(TableAccess.READABLE).access("incident", TableAccess.READABLE);
        instance.behaviour().hideFields("sys_user");
        instance.admin().closeCodes(CloseCodes.NEW);
        site = new InstanceSite(instance, beans);
        connection = site.connection();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "instance-sign-in",
                "incident-read",
                "incident-write",
                "integration-user-flags",
                "integration-user-role",
                "oauth-entity"
            })
    void everyCheckPassesOnASoundInstanceAndIsSkippedWithoutOne(String check) {
        assertThat(outcome(check, connection).verdict()).isEqualTo(Verdict.PASSED);

        Outcome without = outcome(check, connection.withInstance(null));
        assertThat(without.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(without.reason()).isEqualTo("no-instance");

        Outcome insights = outcome(check, connection.withSetup(SetupType.INSIGHTS_ONLY, InboundMode.GATEWAY));
        assertThat(insights.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(insights.reason()).isEqualTo("insights-only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"integration-user-flags", "integration-user-role", "oauth-entity"})
    void hiddenRowsAreNeverReadAsMissing(String check) {
        for (TableAccess access :
                new TableAccess[] {TableAccess.ROWS_OMITTED, TableAccess.FORBIDDEN, TableAccess.NO_WEB_SERVICES}) {
            instance.behaviour().administrativeTables(access);

            Outcome outcome = outcome(check, connection);

            assertThat(outcome.verdict()).as("with %s", access).isEqualTo(Verdict.SKIPPED);
            assertThat(outcome.reason()).isEqualTo("not-permitted-to-read");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "integration-user-flags, PASSED, ",
        "integration-user-role, PASSED, ",
        "oauth-entity, PASSED, ",
        "incident-write, PASSED, "
    })
    void whatAnAdministratorsScriptFoundCountsWhereRowsAreHidden(String check, Verdict verdict, String reason) {
        Connection production = connection.withEnvironment(Environment.PRODUCTION);
        instance.behaviour().administrativeTables(TableAccess.ROWS_OMITTED);
        findings(production, true, true, "incident_manager");

        Outcome outcome = outcome(check, production);

        assertThat(outcome.verdict()).isEqualTo(verdict);
        assertThat(outcome.message()).startsWith("As the script found at 2026-11-23T10:00:00Z: ");
    }

    @ParameterizedTest
    @CsvSource({
        "integration-user-flags, FAILED, not-web-service-only",
        "integration-user-role, FAILED, role-missing",
        "oauth-entity, WARNING, oauth-entity-cross-scope",
        "incident-write, WARNING, incident-not-writable"
    })
    void whatTheScriptFoundWrongIsToldWithItsTime(String check, Verdict verdict, String reason) {
        Connection production = connection.withEnvironment(Environment.PRODUCTION);
        instance.behaviour().administrativeTables(TableAccess.FORBIDDEN);
        findings(production, false, false, "itil_reader");

        Outcome outcome = outcome(check, production);

        assertThat(outcome.verdict()).isEqualTo(verdict);
        assertThat(outcome.reason()).isEqualTo(reason);
        assertThat(outcome.seen()).endsWith("(script of 2026-11-23T10:00:00Z)");
    }

    @Test
    void whatIsSeenNowWinsOverTheScript() {
        findings(connection, false, true, "itil_reader");

        assertThat(outcome("integration-user-flags", connection).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(outcome("integration-user-role", connection).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void findingsAboutAnotherUserDoNotCount() {
        instance.behaviour().administrativeTables(TableAccess.ROWS_OMITTED);
        findings(connection, true, true, "incident_manager");
        Instance before = InstanceAccount.instance(connection);
        Connection other =
                connection.withInstance(new Instance(before.url(), before.clientId(), "somebody-else", true));

        assertThat(beans.get(PastedEvidence.class).of(other, findings -> Outcome.passed("x")))
                .isEmpty();
        assertThat(beans.get(PastedEvidence.class).of(connection, findings -> Outcome.passed("x")))
                .isPresent();
    }

    @Test
    void credentialThatIsNotEnteredYetIsNamed() {
        Connection fresh = connection.withInstance(new Instance(instance.baseUri()));

        assertThat(codeOf(() -> outcome("instance-sign-in", fresh))).isEqualTo("instance-credential-missing");
    }

    @Test
    void signInCheckProvesTheStoredCredentialAnew() {
        outcome("instance-sign-in", connection);
        outcome("instance-sign-in", connection);

        assertThat(site.signIns()).isEqualTo(2);
    }

    @Test
    void refusedCredentialIsNotTriedByTheNextRun() {
        site.store(connection, SecretKind.INSTANCE_USER_PASSWORD, "wrong");

        assertThat(codeOf(() -> outcome("instance-sign-in", connection))).isEqualTo("instance-server-error");
        assertThat(codeOf(() -> outcome("instance-sign-in", connection))).isEqualTo("instance-credential-refused");
        assertThat(site.signIns()).isEqualTo(1);
    }

    @Test
    void missingReadRightIsNamed() {
        instance.behaviour().access("incident", TableAccess.FORBIDDEN);

        assertThat(outcome("incident-read", connection).reason()).isEqualTo("incident-not-readable");
    }

    @ParameterizedTest
    @EnumSource(CloseCodes.class)
    void testEnvironmentIsProvenByAnIncidentThatIsResolvedAgain(CloseCodes generation) {
        instance.admin().closeCodes(generation);
        String verification = Ids.next();

        Outcome outcome = run("incident-write", connection, Trigger.PERSON, verification);

        Map<String, String> written = instance.admin()
                .incidentsWithCorrelationId("supportlink-test-" + verification)
                .get(0);
        assertThat(outcome.message()).contains(written.get("number"));
        assertThat(written).containsEntry("state", "6");
        assertThat(written.get("short_description")).startsWith("[Test]");
        assertThat(instance.admin().journal(written.get("sys_id"), "work_notes"))
                .hasSize(1);
    }

    @Test
    void missingWriteRightIsNamed() {
        site.user().take("incident_manager").give("sn_incident_read");

        Outcome outcome = run("incident-write", connection, Trigger.PERSON, Ids.next());

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(outcome.reason()).isEqualTo("incident-not-writable");
    }

    @Test
    void productionAndSchedulesNeverWrite() {
        Connection production = connection.withEnvironment(Environment.PRODUCTION);

        assertThat(run("incident-write", production, Trigger.PERSON, Ids.next()).verdict())
                .isEqualTo(Verdict.PASSED);
        assertThat(run("incident-write", connection, Trigger.SCHEDULE, Ids.next())
                        .verdict())
                .isEqualTo(Verdict.PASSED);
        assertThat(instance.requests().count("POST", "/api/now/table")).isZero();
    }

    @Test
    void withoutWritingRolesOrADeliveryProveIt() {
        instance.behaviour().access("sys_user_has_role", TableAccess.ROWS_OMITTED);
        assertThat(outcome("incident-write", connection).reason()).isEqualTo("not-provable-without-writing");
        assertThat(outcome("incident-write", proven(connection)).verdict()).isEqualTo(Verdict.PASSED);

        instance.behaviour().access("sys_user_has_role", TableAccess.READABLE);
        site.user().take("incident_manager").give("sn_incident_read");
        assertThat(outcome("incident-write", connection).verdict()).isEqualTo(Verdict.WARNING);
    }

    @ParameterizedTest
    @CsvSource({"true, FAILED", "false, WARNING"})
    void unsuitableUserFailsOnlyWhereItWasMadeForThisConnection(boolean isNew, Verdict verdict) {
        Connection mine = connection.withInstance(new Instance(
                instance.baseUri(), site.client().clientId(), site.user().userName(), isNew));
        site.user()
                .set("web_service_access_only", "false")
                .take("incident_manager")
                .give("itil");

        Outcome flags = outcome("integration-user-flags", mine);
        Outcome role = outcome("integration-user-role", mine);

        assertThat(flags.verdict()).isEqualTo(verdict);
        assertThat(flags.reason()).isEqualTo("not-web-service-only");
        assertThat(role.verdict()).isEqualTo(verdict);
        assertThat(role.reason()).isEqualTo("role-missing");
        assertThat(role.seen()).contains("itil");
    }

    @ParameterizedTest
    @CsvSource({
        "active, false, user-inactive",
        "locked_out, true, user-locked-out",
        "password_needs_reset, true, user-password-needs-reset"
    })
    void userWhoCannotSignInForLongIsNamed(String column, String value, String reason) {
        outcome("instance-sign-in", connection);
        instance.faults()
                .on(
                        "/api/now/table/sys_user",
                        Fault.answer(Answer.text(
                                200,
                                "application/json",
                                "{\"result\":[{\"user_name\":\"" + site.user().userName() + "\",\"" + column + "\":\""
                                        + value + "\"}]}")));

        assertThat(outcome("integration-user-flags", connection).reason()).isEqualTo(reason);
    }

    @Test
    void hiddenFlagIsNotReadAsSet() {
        instance.behaviour().hideFields("sys_user", "web_service_access_only");

        assertThat(outcome("integration-user-flags", connection).reason()).isEqualTo("not-permitted-to-read");
    }

    @Test
    void rowsOfAnotherUserAreNotBelieved() {
        outcome("instance-sign-in", connection);
        instance.faults()
                .on(
                        "/api/now/table/sys_user_has_role",
                        Fault.answer(
                                Answer.text(
                                        200,
                                        "application/json",
                                        "{\"result\":[{\"user.user_name\":\"somebody\",\"role.name\":\"incident_manager\"}]}")));

        assertThat(outcome("integration-user-role", connection).reason()).isEqualTo("not-permitted-to-read");
    }

    @Test
    void shortRefreshLifespanMattersInDirectModeOnly() {
        instance.admin().changeOauthEndpoint(site.client(), "refresh_token_lifespan", "3600");

        assertThat(outcome("oauth-entity", connection).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(outcome("oauth-entity", direct(connection)).reason()).isEqualTo("oauth-entity-lifespan");
    }

    private Connection proven(Connection of) {
        return new Connection(
                of.id(),
                1,
                of.name(),
                of.tenant(),
                of.instance(),
                of.setupType(),
                of.environment(),
                of.inboundMode(),
                of.setupState(),
                of.health(),
                of.createdAt(),
                null,
                RestApplications.NONE,
                null,
                Instant.EPOCH,
                null);
    }

    private Connection direct(Connection of) {
        return new Connection(
                of.id(),
                1,
                of.name(),
                of.tenant(),
                of.instance(),
                of.setupType(),
                of.environment(),
                InboundMode.DIRECT,
                of.setupState(),
                of.health(),
                of.createdAt(),
                null,
                RestApplications.NONE,
                null,
                null,
                null);
    }

    private static Outcome outcome(String id, Connection connection) {
        return run(id, connection, Trigger.SCHEDULE, Ids.next());
    }

    private static Outcome run(String id, Connection connection, Trigger trigger, String verification) {
        return beans.all(Check.class)
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow()
                .run(new CheckRun(verification, connection, trigger));
    }

    private void findings(Connection of, boolean webServiceOnly, boolean readAccess, String role) {
        Instance there = InstanceAccount.instance(of);
        String user = String.valueOf(there.userName());
        String client = String.valueOf(there.clientId());
        InstanceFindings found = new InstanceFindings(
                Instant.parse("2026-11-23T10:00:00Z"),
                new InstanceFindings.User(user, true, false, false, webServiceOnly),
                Set.of(role),
                new InstanceFindings.Registration(client, "SupportLink", true, 8_640_000L),
                List.of(new InstanceFindings.TableAccess("oauth_entity", readAccess, true)));
        beans.get(InstanceFindingsRepository.class).save(of, found, "somebody");
    }
}
