package dev.supportlink.outbound.servicenow;

import static dev.supportlink.outbound.testing.Failures.codeOf;
import static dev.supportlink.outbound.testing.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Connection;
import dev.supportlink.incident.IncidentDestination;
import dev.supportlink.incident.IncidentDestination.JournalFinding;
import dev.supportlink.incident.RemoteIncident;
import dev.supportlink.outbound.testing.InstanceSite;
import dev.supportlink.outbound.testing.OutboundBeans;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.Fault;
import dev.supportlink.sandbox.instance.CloseCodes;
import dev.supportlink.sandbox.instance.InstanceSimulator;
import dev.supportlink.sandbox.instance.TableAccess;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentContractTest {

    private static final String INCIDENTS = "/api/now/table/incident";

    private static InstanceSimulator instance;
    private static OutboundBeans beans;

    private InstanceSite site;
    private Connection connection;

    @BeforeAll
    static void start() {
        instance = InstanceSimulator.start(Clock.systemUTC());
        beans = OutboundBeans.start(Map.of("supportlink.outbound.circuit-breaker.calls", "1000"));
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
        instance.behaviour().administrativeTables(TableAccess.READABLE).journalOnlyAsDisplayValue(false);
        instance.behaviour().hideFields("incident");
        instance.admin().closeCodes(CloseCodes.NEW);
        site = new InstanceSite(instance, beans);
        connection = site.connection();
    }

    @Test
    void incidentIsCreatedNotedAndResolved() {
        String correlationId = Ids.next();
        RemoteIncident created = incidents()
                .create(
                        connection,
                        Map.of("short_description", "Mail is slow \u2603", "correlation_id", correlationId));
        incidents().update(connection, created.sysId(), Map.of("work_notes", "We look into it."));
        RemoteIncident resolved = incidents()
                .update(
                        connection,
                        created.sysId(),
                        Map.of("state", "6", "close_code", "Solution provided", "close_notes", "done"));

        assertThat(created.number()).startsWith("INC");
        assertThat(resolved.fields())
                .containsEntry("state", "6")
                .containsEntry("short_description", "Mail is slow \u2603");
        assertThat(instance.admin().journal(created.sysId(), "work_notes")).containsExactly("We look into it.");
        assertThat(incidents().read(connection, created.sysId())).contains(resolved);
    }

    @Test
    void referencesComeAsBareIdsAndColumnsOfTheInstanceToo() {
        instance.admin().addIncidentColumn("u_cost_centre");
        RemoteIncident created =
                incidents().create(connection, Map.of("caller_id", site.user().sysId(), "u_cost_centre", "4711"));

        assertThat(created.fields())
                .containsEntry("caller_id", site.user().sysId())
                .containsEntry("u_cost_centre", "4711");
    }

    @Test
    void incidentIsFoundByItsCorrelationId() {
        String correlationId = Ids.next();
        RemoteIncident created = incidents().create(connection, Map.of("correlation_id", correlationId));

        assertThat(incidents().findByCorrelationId(connection, correlationId))
                .map(RemoteIncident::sysId)
                .contains(created.sysId());
        assertThat(incidents().findByCorrelationId(connection, Ids.next())).isEmpty();
    }

    @Test
    void severalIncidentsWithTheSameCorrelationIdAreNotGuessedAmong() {
        String correlationId = Ids.next();
        instance.admin().addIncident(Map.of("correlation_id", correlationId));
        instance.admin().addIncident(Map.of("correlation_id", correlationId));

        UpstreamException failure = failureOf(() -> incidents().findByCorrelationId(connection, correlationId));

        assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(failure.code()).contains("instance-duplicate-incident");
    }

    @Test
    void answerToAnIgnoredQueryIsNotTakenForTheIncident() {
        instance.admin().addIncident(Map.of("correlation_id", Ids.next()));
        instance.faults().on(INCIDENTS, json(200, "{\"result\":[{\"sys_id\":\"1\",\"correlation_id\":\"other\"}]}"));

        assertThat(codeOf(() -> incidents().findByCorrelationId(connection, Ids.next())))
                .isEqualTo("instance-query-ignored");
    }

    @Test
    void hiddenCorrelationIdProvesNothing() {
        String correlationId = Ids.next();
        instance.admin().addIncident(Map.of("correlation_id", correlationId));
        instance.behaviour().hideFields("incident", "correlation_id");

        assertThat(codeOf(() -> incidents().findByCorrelationId(connection, correlationId)))
                .isEqualTo("instance-query-ignored");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000000000000000000000000000", "../sys_user/1", "a/b", "?x=1", ""})
    void incidentThatIsNotThereIsNoFailure(String sysId) {
        assertThat(incidents().read(connection, sysId)).isEmpty();
        assertThat(instance.requests().matching("GET", "/api/now/table/sys_user"))
                .isEmpty();
    }

    @Test
    void lostAnswerSurfacesAndTheWriteIsNotRepeated() {
        String correlationId = Ids.next();
        instance.faults().on("POST", INCIDENTS, 1, Fault.lostAnswer());

        UpstreamException failure =
                failureOf(() -> incidents().create(connection, Map.of("correlation_id", correlationId)));

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(instance.admin().incidentsWithCorrelationId(correlationId)).hasSize(1);
        assertThat(incidents().findByCorrelationId(connection, correlationId)).isPresent();
    }

    @Test
    void unreadableAnswerToAWriteCountsAsLost() {
        instance.faults().on("POST", INCIDENTS, 1, Fault.cutOff());
        assertThat(writeFailure().kind()).isEqualTo(Kind.UNAVAILABLE);

        instance.faults().on("POST", INCIDENTS, 1, Fault.html());
        assertThat(writeFailure().kind()).isEqualTo(Kind.UNAVAILABLE);

        instance.faults().on("POST", INCIDENTS, 1, json(201, "{\"result\":{}}"));
        assertThat(writeFailure().kind()).isEqualTo(Kind.UNAVAILABLE);

        assertThat(instance.requests().count("POST", INCIDENTS)).isEqualTo(3);
    }

    @Test
    void refusalsOfTheInstanceAreTold() {
        instance.behaviour().abortWrites("incident", "Stop it");
        UpstreamException rule = writeFailure();
        instance.behaviour().allowWrites("incident");
        assertThat(rule.kind()).isEqualTo(Kind.REJECTED);
        assertThat(rule.code()).contains("instance-business-rule");
        assertThat(rule).hasMessageContaining("Stop it");

        RemoteIncident created = incidents().create(connection, Map.of());
        UpstreamException policy =
                failureOf(() -> incidents().update(connection, created.sysId(), Map.of("state", "6")));
        assertThat(policy.kind()).isEqualTo(Kind.REJECTED);
        assertThat(policy.code()).contains("instance-data-policy");

        site.user().take("incident_manager");
        UpstreamException acl = writeFailure();
        assertThat(acl.kind()).isEqualTo(Kind.FORBIDDEN);
        assertThat(acl.code()).contains("instance-acl-refused");
    }

    @ParameterizedTest
    @CsvSource({
        "400, REJECTED, 1",
        "403, FORBIDDEN, 1",
        "409, CONFLICT, 1",
        "429, THROTTLED, 3",
        "500, UNAVAILABLE, 3",
        "503, UNAVAILABLE, 3"
    })
    void statusDecidesTheKindAndWhetherAReadIsRepeated(int status, Kind kind, int requests) {
        instance.faults().on("GET", INCIDENTS, 3, Fault.status(status));

        assertThat(failureOf(() -> incidents().read(connection, Ids.next())).kind())
                .isEqualTo(kind);
        assertThat(instance.requests().count("GET", INCIDENTS)).isEqualTo(requests);
    }

    @Test
    void rateLimitSaysHowLongToWait() {
        instance.faults().on("GET", INCIDENTS, 1, Fault.tooManyRequests("3600"));

        assertThat(failureOf(() -> incidents().read(connection, Ids.next())).retryAfter())
                .contains(Duration.ofHours(1));
    }

    @Test
    void cancelledTransactionMayPass() {
        instance.faults()
                .on(
                        "POST",
                        INCIDENTS,
                        1,
                        json(
                                400,
                                "{\"error\":{\"message\":\"Transaction cancelled: maximum execution time"
                                        + " exceeded\",\"detail\":null},\"status\":\"failure\"}"));

        UpstreamException failure = writeFailure();
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.code()).contains("instance-transaction-cancelled");
    }

    @Test
    void faultsOnTheWayAreNamed() {
        instance.faults().on(INCIDENTS, Fault.html());
        assertThat(codeOf(() -> incidents().read(connection, Ids.next()))).isEqualTo("html-instead-of-json");

        instance.faults().on(INCIDENTS, Fault.malformedJson());
        assertThat(codeOf(() -> incidents().read(connection, Ids.next()))).isEqualTo("malformed");

        instance.faults().on(INCIDENTS, Fault.hugeBody(5_000_000));
        assertThat(codeOf(() -> incidents().read(connection, Ids.next()))).isEqualTo("too-large");

        instance.faults().on(INCIDENTS, Fault.answer(Answer.empty(302).with("Location", "https://evil.example")));
        assertThat(codeOf(() -> incidents().read(connection, Ids.next()))).isEqualTo("redirected");

        instance.faults().on("POST", INCIDENTS, 1, Fault.reset());
        assertThat(writeFailure().code()).contains("reset");
    }

    @Test
    void silenceEndsWithATimeOut() {
        instance.faults().on(INCIDENTS, Fault.slow(Duration.ofMillis(600)));
        try (OutboundBeans hasty = OutboundBeans.startHasty(Map.of())) {
            Connection mine = new InstanceSite(instance, hasty).connection();
            assertThat(codeOf(() -> hasty.get(IncidentDestination.class).read(mine, Ids.next())))
                    .isEqualTo("timeout");
        }
    }

    @ParameterizedTest
    @CsvSource({"READABLE, false", "ROWS_OMITTED, false", "FORBIDDEN, false", "ROWS_OMITTED, true"})
    void journalEntryIsFoundByItsExactText(TableAccess journal, boolean onlyAsDisplayValue) {
        Instant before = Instant.now();
        instance.behaviour().access("sys_journal_field", journal).journalOnlyAsDisplayValue(onlyAsDisplayValue);
        RemoteIncident created = incidents().create(connection, Map.of("comments", "Line 1\nLine 2"));
        incidents().update(connection, created.sysId(), Map.of("work_notes", "Looked into it."));

        assertThat(journal(created, "work_notes", "Looked into it.", before)).isEqualTo(JournalFinding.PRESENT);
        assertThat(journal(created, "comments", "Line 1\nLine 2", before)).isEqualTo(JournalFinding.PRESENT);
        assertThat(journal(created, "work_notes", "Looked into", before)).isEqualTo(JournalFinding.ABSENT);
        assertThat(journal(created, "comments", "Looked into it.", before)).isEqualTo(JournalFinding.ABSENT);
    }

    @Test
    void olderEntryWithTheSameTextDoesNotCount() {
        RemoteIncident created = incidents().create(connection, Map.of("work_notes", "Same words"));
        Instant later = Instant.now().plusSeconds(10);

        assertThat(journal(created, "work_notes", "Same words", later)).isEqualTo(JournalFinding.ABSENT);

        instance.behaviour().access("sys_journal_field", TableAccess.FORBIDDEN);
        assertThat(journal(created, "work_notes", "Same words", later)).isEqualTo(JournalFinding.UNREADABLE);
    }

    @Test
    void emptyReadableJournalProvesAbsence() {
        RemoteIncident created = incidents().create(connection, Map.of());

        assertThat(journal(created, "work_notes", "x", Instant.EPOCH)).isEqualTo(JournalFinding.ABSENT);
    }

    @Test
    void hiddenJournalProvesNothing() {
        RemoteIncident created = incidents().create(connection, Map.of("work_notes", "x"));
        instance.behaviour().access("sys_journal_field", TableAccess.ROWS_OMITTED);
        instance.behaviour().hideFields("incident", "comments_and_work_notes");

        assertThat(journal(created, "work_notes", "x", Instant.EPOCH)).isEqualTo(JournalFinding.UNREADABLE);
    }

    @Test
    void closeCodesAreThoseOfTheInstance() {
        assertThat(incidents().closeCodes(connection))
                .contains("Solution provided")
                .doesNotContain("Solved (Permanently)");

        instance.admin().closeCodes(CloseCodes.CLASSIC);
        assertThat(incidents().closeCodes(connection))
                .contains("Closed/Resolved by Caller")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"ROWS_OMITTED", "FORBIDDEN", "NO_WEB_SERVICES"})
    void closeCodesThatMayNotBeReadAreNone(TableAccess access) {
        instance.behaviour().access("sys_choice", access);

        assertThat(incidents().closeCodes(connection)).isEmpty();
    }

    private JournalFinding journal(RemoteIncident incident, String element, String text, Instant since) {
        return incidents().findJournalEntry(connection, incident.sysId(), element, text, since);
    }

    private UpstreamException writeFailure() {
        return failureOf(() -> incidents().create(connection, Map.of("short_description", "x")));
    }

    private static Fault json(int status, String body) {
        return Fault.answer(Answer.text(status, "application/json", body));
    }

    private static IncidentDestination incidents() {
        return beans.get(IncidentDestination.class);
    }
}
