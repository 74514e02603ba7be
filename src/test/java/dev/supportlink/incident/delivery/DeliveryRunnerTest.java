package dev.supportlink.incident.delivery;

import static dev.supportlink.incident.delivery.DeliveryState.DELIVERED;
import static dev.supportlink.incident.delivery.DeliveryState.FAILED;
import static dev.supportlink.incident.delivery.DeliveryState.NEEDS_ATTENTION;
import static dev.supportlink.incident.delivery.DeliveryState.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.incident.InstanceLink;
import dev.supportlink.incident.delivery.FakeInstance.Moment;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryRunnerTest {

    private static final Duration LEASE = Duration.ofSeconds(90);

    private final DeliveryBench bench = new DeliveryBench();
    private final FakeInstance instance = bench.instance;

    @Test
    void recordNotesAndChangesArriveOnceAndInOrder() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("short_description", "Mail is slow");
        fields.put("correlation_id", "m-1");
        fields.put("work_notes", "first");
        String sysId = bench.create(fields);
        bench.change(sysId, Map.of("comments", "second"));
        bench.change(sysId, Map.of("state", "6", "close_code", "Solution provided", "close_notes", "Done"));

        bench.attemptAll();

        assertThat(instance.calls)
                .startsWith("find", "create", "update [work_notes]", "update [comments]")
                .hasSize(5);
        assertThat(instance.onlyRecord())
                .containsEntry("correlation_id", sysId)
                .containsEntry("correlation_display", "m-1")
                .containsEntry("state", "6")
                .containsEntry("close_code", "Solution provided");
        assertThat(instance.onlyJournal()).containsExactly("first", "second");
        assertThat(bench.states(sysId)).containsOnly(DELIVERED).hasSize(4);
        assertThat(bench.store
                        .incidents()
                        .find(bench.connection.id(), sysId)
                        .orElseThrow()
                        .link())
                .isEqualTo(new InstanceLink(
                        "https://contoso.service-now.com", instance.onlyRecord().get("sys_id"), "INC0000001"));
    }

    @Test
    void changeOfAnAdoptedIncidentIsAnUpdateOfTheRecordThatItIs() {
        String sysId = bench.adopt("https://contoso.service-now.com");
        bench.change(sysId, Map.of("state", "2", "work_notes", "on it"));
        bench.change(sysId, Map.of("correlation_id", "m-1"));

        bench.attemptAll();

        assertThat(instance.calls)
                .containsExactly("update [state]", "update [work_notes]", "update [correlation_display]");
        assertThat(instance.onlyRecord())
                .containsEntry("correlation_id", "theirs")
                .containsEntry("correlation_display", "m-1");
    }

    @Test
    void adoptedIncidentIsNeverMadeOnAnotherInstance() {
        String sysId = bench.adopt("https://old.example");
        Map<String, String> row = instance.records.remove(sysId);
        bench.change(sysId, Map.of("state", "2"));

        assertThat(bench.attemptNext())
                .isInstanceOfSatisfying(
                        DeliveryResult.Failed.class,
                        failed -> assertThat(failed.reason()).contains("began on another instance"));
        assertThat(instance.records).isEmpty();

        instance.records.put(sysId, row);
        bench.deliveries()
                .repeat(
                        new DeliveryAddress(
                                bench.connection.id(),
                                sysId,
                                bench.delivery(sysId, 1).id()),
                        "operator");
        bench.attemptAll();
        assertThat(bench.states(sysId)).containsExactly(DELIVERED);
        assertThat(instance.onlyRecord()).containsEntry("state", "2");
    }

    @Test
    void firstSuccessProvesTheRightToWrite() {
        bench.create(Map.of());
        bench.attemptAll();

        assertThat(bench.connections.get(bench.connection.id()).writeProvenAt()).isEqualTo(bench.clock.instant());
    }

    @Test
    void createWhoseAnswerWasLostIsFoundAgain() {
        instance.failNextWrite(Moment.AFTER_SAVING, FakeInstance.failure(Kind.UNAVAILABLE));
        String sysId = bench.create(Map.of("description", "x"));

        assertThat(bench.attemptNext()).isInstanceOf(DeliveryResult.Postponed.class);
        assertThat(bench.attemptNext()).isNull();
        bench.clock.advance(Duration.ofSeconds(10));
        bench.attemptAll();

        assertThat(instance.records).hasSize(1);
        assertThat(instance.calls).containsExactly("find", "create", "find");
        assertThat(bench.states(sysId)).containsExactly(DELIVERED);
    }

    @Test
    void updateWhoseAnswerWasLostIsReadBackAndNotRepeated() {
        String sysId = bench.create(Map.of());
        bench.attemptAll();
        instance.failNextWrite(Moment.AFTER_SAVING, FakeInstance.failure(Kind.MALFORMED));
        bench.change(sysId, Map.of("description", "new"));
        bench.attemptAll();
        instance.calls.clear();

        bench.clock.advance(Duration.ofSeconds(10));
        bench.attemptAll();

        assertThat(instance.calls).containsExactly("read");
        assertThat(bench.states(sysId)).containsOnly(DELIVERED);
    }

    @Test
    void updateThatDidNotArriveIsRepeated() {
        String sysId = bench.create(Map.of());
        bench.attemptAll();
        instance.failNextWrite(Moment.BEFORE_SAVING, FakeInstance.failure(Kind.UNAVAILABLE));
        bench.change(sysId, Map.of("description", "new"));
        bench.attemptAll();

        bench.clock.advance(Duration.ofSeconds(10));
        bench.attemptAll();

        assertThat(instance.onlyRecord()).containsEntry("description", "new");
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void noteWhoseAnswerWasLostArrivesOnce(Moment moment) {
        String sysId = bench.create(Map.of());
        bench.attemptAll();
        instance.failNextWrite(moment, FakeInstance.failure(Kind.UNAVAILABLE));
        bench.change(sysId, Map.of("work_notes", "only once"));
        bench.attemptAll();

        bench.clock.advance(Duration.ofSeconds(10));
        bench.attemptAll();

        assertThat(instance.onlyJournal()).containsExactly("only once");
        assertThat(instance.calls).contains("find entry");
    }

    @Test
    void noteThatCannotBeLookedForGoesToAPersonAndHoldsBackTheRest() {
        String sysId = bench.create(Map.of());
        bench.attemptAll();
        instance.journalsHidden = true;
        instance.failNextWrite(Moment.AFTER_SAVING, FakeInstance.failure(Kind.UNAVAILABLE));
        bench.change(sysId, Map.of("work_notes", "lost"));
        bench.change(sysId, Map.of("work_notes", "after it"));
        bench.attemptAll();
        bench.clock.advance(Duration.ofSeconds(10));
        bench.attemptAll();

        assertThat(bench.states(sysId)).containsExactly(DELIVERED, NEEDS_ATTENTION, PENDING);
        assertThat(instance.onlyJournal()).containsExactly("lost");
    }

    @Test
    void equalNoteFromShortlyBeforeIsNotTakenForTheLostOne() {
        String sysId = bench.create(Map.of());
        bench.change(sysId, Map.of("work_notes", "ping"));
        bench.attemptAll();
        instance.failNextWrite(Moment.BEFORE_SAVING, FakeInstance.failure(Kind.UNAVAILABLE));
        bench.change(sysId, Map.of("work_notes", "ping"));
        bench.attemptAll();
        bench.clock.advance(Duration.ofSeconds(10));
        bench.attemptAll();

        assertThat(bench.states(sysId)).containsExactly(DELIVERED, DELIVERED, NEEDS_ATTENTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dns", "connect", "connect-timeout", "tls", "circuit-open"})
    void noteThatNeverLeftIsSentWithoutALook(String code) {
        String sysId = bench.create(Map.of());
        bench.attemptAll();
        instance.journalsHidden = true;
        instance.failNextWrite(
                Moment.BEFORE_SAVING, new UpstreamException("instance", Kind.UNAVAILABLE, code, "planned"));
        bench.change(sysId, Map.of("work_notes", "at last"));
        bench.attemptAll();
        bench.clock.advance(Duration.ofSeconds(10));
        bench.attemptAll();

        assertThat(bench.states(sysId)).containsOnly(DELIVERED);
        assertThat(instance.onlyJournal()).containsExactly("at last");
    }

    @Test
    void throttledDeliveryWaitsAsLongAsTheInstanceAsks() {
        instance.failNextWrite(Moment.BEFORE_SAVING, FakeInstance.throttled(Duration.ofMillis(90_500)));
        String sysId = bench.create(Map.of());
        bench.attemptNext();

        assertThat(bench.delivery(sysId, 1).dueAt())
                .isEqualTo(bench.clock.instant().plusMillis(90_500));
        assertThat(bench.delivery(sysId, 1).sentAt()).isNull();
        bench.clock.advance(Duration.ofSeconds(91));
        bench.attemptAll();
        assertThat(bench.states(sysId)).containsExactly(DELIVERED);
    }

    @Test
    void waitsGrowUpToTheLongest() {
        Stream.generate(() -> FakeInstance.failure(Kind.UNAVAILABLE))
                .limit(12)
                .forEach(failure -> instance.failNextWrite(Moment.BEFORE_SAVING, failure));
        String sysId = bench.create(Map.of());

        List<Long> waits = Stream.generate(() -> {
                    bench.attemptNext();
                    Duration wait = Duration.between(
                            bench.clock.instant(), bench.delivery(sysId, 1).dueAt());
                    bench.clock.advance(wait);
                    return wait.toSeconds();
                })
                .limit(9)
                .toList();

        assertThat(waits).containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 640L, 900L, 900L);
    }

    @Test
    void refusedCredentialIsNotHammered() {
        instance.failNextWrite(Moment.BEFORE_SAVING, FakeInstance.failure(Kind.UNAUTHENTICATED));
        String sysId = bench.create(Map.of());
        bench.attemptNext();

        assertThat(bench.states(sysId)).containsExactly(PENDING);
        bench.clock.advance(Duration.ofMinutes(14));
        assertThat(bench.attemptNext()).isNull();
        bench.deliveries().resume(bench.connection.id());
        bench.attemptAll();
        assertThat(bench.states(sysId)).containsExactly(DELIVERED);
    }

    @ParameterizedTest
    @EnumSource(names = {"FORBIDDEN", "REJECTED", "NOT_FOUND"})
    void refusalForGoodKeepsItsReasonAndHoldsBackTheRest(Kind kind) {
        instance.failNextWrite(Moment.BEFORE_SAVING, FakeInstance.failure(kind));
        String sysId = bench.create(Map.of());
        bench.change(sysId, Map.of("work_notes", "later"));
        bench.attemptAll();

        assertThat(bench.states(sysId)).containsExactly(FAILED, PENDING);
        assertThat(bench.delivery(sysId, 1).reason()).isEqualTo("planned " + kind);
        assertThat(bench.connections.get(bench.connection.id()).writeProvenAt()).isNull();
    }

    @Test
    void refusedAddressIsOurOwnDoingAndTriedAgain() {
        instance.failNextWrite(
                Moment.BEFORE_SAVING,
                new UpstreamException("instance", Kind.REJECTED, "address-not-allowed", "planned"));
        String sysId = bench.create(Map.of());
        bench.attemptAll();

        assertThat(bench.states(sysId)).containsExactly(PENDING);
    }

    @Test
    void killedNodesClaimIsTakenOverAfterItsLease() {
        String sysId = bench.create(Map.of());
        assertThat(bench.runner().claimNext()).isPresent();

        bench.clock.advance(LEASE.minusSeconds(1));
        assertThat(bench.attemptNext()).isNull();
        bench.clock.advance(Duration.ofSeconds(1));
        bench.attemptAll();

        assertThat(bench.states(sysId)).containsExactly(DELIVERED);
        assertThat(instance.records).hasSize(1);
    }

    @Test
    void nodeThatSleptOverItsLeaseSendsNothing() {
        String sysId = bench.create(Map.of());
        DeliveryRunner sleeper = bench.runner();
        Claim old = sleeper.claimNext().orElseThrow();
        bench.clock.advance(LEASE);
        bench.attemptAll();
        instance.calls.clear();

        DeliveryResult result = sleeper.attempt(old);
        sleeper.finish(old, new DeliveryResult.Failed("too late"));

        assertThat(result).isIn(new DeliveryResult.Overtaken(), new DeliveryResult.Delivered());
        assertThat(instance.calls).isEmpty();
        assertThat(bench.states(sysId)).containsExactly(DELIVERED);
    }

    @Test
    void killBetweenTheWriteAndItsRecordDoesNotRepeatTheNote() {
        String sysId = bench.create(Map.of());
        bench.attemptAll();
        bench.change(sysId, Map.of("comments", "once"));
        DeliveryRunner killed = bench.runner();
        killed.attempt(killed.claimNext().orElseThrow());

        bench.clock.advance(LEASE);
        bench.attemptAll();

        assertThat(instance.onlyJournal()).containsExactly("once");
        assertThat(bench.states(sysId)).containsOnly(DELIVERED);
    }

    @Test
    void closeCodeIsSentInTheInstancesGeneration() {
        instance.closeCodes = List.of("Solved (Work Around)", "Solved (Permanently)");
        String sysId = bench.create(Map.of("state", "6", "close_code", "Solution provided", "close_notes", "x"));
        bench.attemptAll();

        assertThat(instance.onlyRecord()).containsEntry("close_code", "Solved (Permanently)");
        assertThat(bench.desk.read(bench.caller, sysId).field("close_code")).isEqualTo("Solution provided");
    }

    @Test
    void callersCorrelationIdNeverReachesTheFieldThatIsOurs() {
        String sysId = bench.create(Map.of("correlation_display", "shown"));
        bench.attemptAll();
        assertThat(instance.onlyRecord()).containsEntry("correlation_display", "shown");

        bench.change(sysId, Map.of("correlation_id", "theirs", "correlation_display", "other"));
        bench.attemptAll();
        assertThat(instance.onlyRecord())
                .containsEntry("correlation_id", sysId)
                .containsEntry("correlation_display", "theirs");

        bench.change(sysId, Map.of("correlation_id", ""));
        bench.attemptAll();
        assertThat(instance.onlyRecord())
                .containsEntry("correlation_id", sysId)
                .containsEntry("correlation_display", "other");
    }

    @Test
    void oneBrokenDeliveryDoesNotStopTheOthers() {
        String broken = bench.create(Map.of());
        bench.attemptAll();
        bench.store.execute("update incident set link_sys_id = null, link_origin = null where sys_id = ?", broken);
        instance.duringWrite = () -> {
            instance.duringWrite = () -> {};
            throw new IllegalStateException("nobody foresaw this");
        };
        instance.records.clear();
        bench.change(broken, Map.of("state", "2"));
        bench.clock.advance(Duration.ofSeconds(1));
        String fine = bench.create(Map.of());

        bench.attemptAll();

        assertThat(bench.states(broken)).containsExactly(DELIVERED, PENDING);
        assertThat(bench.states(fine)).containsExactly(DELIVERED);
    }
}
