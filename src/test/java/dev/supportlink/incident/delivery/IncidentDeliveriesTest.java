package dev.supportlink.incident.delivery;

import static dev.supportlink.incident.delivery.DeliveryState.DELIVERED;
import static dev.supportlink.incident.delivery.DeliveryState.DROPPED;
import static dev.supportlink.incident.delivery.DeliveryState.FAILED;
import static dev.supportlink.incident.delivery.DeliveryState.HELD;
import static dev.supportlink.incident.delivery.DeliveryState.PENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionChanged;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.SetupType;
import dev.supportlink.inbound.InboundCaller;
import dev.supportlink.incident.IncidentDesks;
import dev.supportlink.incident.delivery.FakeInstance.Moment;
import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.testing.Connections;
import dev.supportlink.testing.TestDatabase;
import dev.supportlink.verification.BundledReasons;
import dev.supportlink.verification.CheckRun;
import dev.supportlink.verification.Outcome;
import dev.supportlink.verification.Outcome.Verdict;
import dev.supportlink.verification.Trigger;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IncidentDeliveriesTest {

    private final DeliveryBench bench = new DeliveryBench();
    private final IncidentDeliveries deliveries = bench.deliveries();

    @Test
    void changedInstanceHoldsEverythingOpenUntilItIsReleased() {
        String sysId = bench.create(Map.of("description", "x", "work_notes", "note"));

        moveTo("https://other.service-now.example");

        assertThat(bench.states(sysId)).containsExactly(HELD, HELD);
        assertThat(bench.attemptNext()).isNull();
        deliveries.release(address(sysId, 1), "olga");
        deliveries.release(address(sysId, 2), "olga");
        bench.attemptAll();
        assertThat(bench.states(sysId)).containsOnly(DELIVERED);
        assertThat(bench.instance.onlyJournal()).containsExactly("note");
        assertThat(bench.audited).containsExactly("olga delivery-released", "olga delivery-released");
    }

    @Test
    void whatWasAcceptedIsHeldWhereNoAccountIsLeftToDeliverIt() {
        String sysId = bench.create(Map.of("description", "x"));

        become(SetupType.INSIGHTS_ONLY, InboundMode.GATEWAY);

        assertThat(bench.states(sysId)).containsExactly(HELD);
    }

    @Test
    void whatWasAcceptedGoesOnWhenNewCallersGoToTheInstance() {
        String sysId = bench.create(Map.of("description", "x"));

        become(SetupType.BASIC, InboundMode.DIRECT);
        bench.attemptAll();

        assertThat(bench.states(sysId)).containsExactly(DELIVERED);
    }

    @Test
    void holdTakesARunningAttemptsLeaseAway() {
        String sysId = bench.create(Map.of());
        DeliveryRunner running = bench.runner();
        Claim claim = running.claimNext().orElseThrow();

        moveTo("https://other.service-now.example");
        DeliveryResult result = running.attempt(claim);
        running.finish(claim, result);

        assertThat(result).isEqualTo(new DeliveryResult.Overtaken());
        assertThat(bench.instance.records).isEmpty();
        assertThat(bench.states(sysId)).containsExactly(HELD);
    }

    @Test
    void linkToTheOldInstanceIsNeverUsedAtTheNewOne() {
        String sysId = bench.create(Map.of("description", "x", "u_floor", "3"));
        bench.attemptAll();
        bench.change(sysId, Map.of("state", "2"));
        bench.instance.records.clear();

        moveTo("https://other.service-now.example");
        deliveries.release(address(sysId, 2), "olga");
        bench.attemptAll();

        assertThat(bench.instance.onlyRecord())
                .containsEntry("correlation_id", sysId)
                .containsEntry("description", "x")
                .containsEntry("u_floor", "3")
                .containsEntry("state", "2");
        assertThat(bench.states(sysId)).containsOnly(DELIVERED);
    }

    @Test
    void incidentsWithoutAnInstanceAreHeldAndGoOnceThereIsOne() {
        Connection bare = bench.connection.withInstance(null);
        String id = bench.store.connection(TestDatabase.H2, bare);
        InboundCaller caller = new InboundCaller(id, "caller", false);
        String sysId = IncidentDesks.create(bench.desk, caller, Map.of()).sysId();

        assertThat(bench.queue.of(id, sysId)).extracting(Delivery::state).containsExactly(HELD);
        assertThat(bench.attemptNext()).isNull();
        bench.connections.add(named(bench.connection, id));
        bench.store.execute(
                "update connection set instance_url = 'https://new.example', instance_user_name = 'u' where id = ?",
                id);
        bench.attemptAll();
        assertThat(bench.queue.of(id, sysId)).extracting(Delivery::state).containsExactly(DELIVERED);
    }

    @Test
    void droppedDeliveryLetsTheNextOnesGo() {
        String sysId = bench.create(Map.of());
        bench.attemptAll();
        bench.instance.failNextWrite(Moment.BEFORE_SAVING, FakeInstance.failure(Kind.REJECTED));
        bench.change(sysId, Map.of("state", "2"));
        bench.change(sysId, Map.of("work_notes", "note"));
        bench.attemptAll();

        deliveries.drop(address(sysId, 2), "olga");
        bench.attemptAll();

        assertThat(bench.states(sysId)).containsExactly(DELIVERED, DROPPED, DELIVERED);
    }

    @Test
    void failedDeliveryCanBeRepeated() {
        bench.instance.failNextWrite(Moment.BEFORE_SAVING, FakeInstance.failure(Kind.REJECTED));
        String sysId = bench.create(Map.of());
        bench.attemptAll();

        Delivery repeated = deliveries.repeat(address(sysId, 1), "olga");
        bench.attemptAll();

        assertThat(repeated.state()).isEqualTo(PENDING);
        assertThat(repeated.attempts()).isZero();
        assertThat(bench.states(sysId)).containsExactly(DELIVERED);
    }

    @Test
    void operationsThatDoNotFitTheStateAreRefused() {
        String sysId = bench.create(Map.of());
        DeliveryAddress pending = address(sysId, 1);

        assertThatThrownBy(() -> deliveries.release(pending, "olga")).isInstanceOf(DeliveryStateConflict.class);
        assertThatThrownBy(() -> deliveries.drop(pending, "olga")).isInstanceOf(DeliveryStateConflict.class);
        assertThatThrownBy(() -> deliveries.repeat(pending, "olga"))
                .isInstanceOf(DeliveryStateConflict.class)
                .hasMessageContaining("pending");
    }

    @Test
    void deliveryIsFoundOnlyUnderItsOwnIncidentAndConnection() {
        String sysId = bench.create(Map.of());
        String id = bench.delivery(sysId, 1).id();

        assertThatThrownBy(() -> deliveries.drop(new DeliveryAddress("other", sysId, id), "olga"))
                .isInstanceOf(DeliveryNotFound.class);
        assertThatThrownBy(() -> deliveries.drop(new DeliveryAddress(bench.connection.id(), "other", id), "olga"))
                .isInstanceOf(DeliveryNotFound.class);
        assertThatThrownBy(() -> deliveries.incident("other", sysId)).isInstanceOf(DeliveryNotFound.class);
    }

    @Test
    void overviewPagesFromTheNewest() {
        String first = bench.create(Map.of("correlation_id", "c"));
        String second = bench.create(Map.of());
        bench.attemptAll();
        bench.instance.failNextWrite(Moment.BEFORE_SAVING, FakeInstance.failure(Kind.REJECTED));
        String third = bench.create(Map.of("state", "2"));
        bench.attemptAll();

        Slice<IncidentOverview> page = deliveries.incidents(bench.connection.id(), new PageRequest(2, null));
        Slice<IncidentOverview> rest =
                deliveries.incidents(bench.connection.id(), new PageRequest(2, page.nextCursor()));

        assertThat(page.items()).extracting(IncidentOverview::sysId).containsExactly(third, second);
        assertThat(page.items()).extracting(IncidentOverview::deliveryState).containsExactly(FAILED, DELIVERED);
        assertThat(page.items().get(0).instanceSysId()).isNull();
        assertThat(rest.items()).extracting(IncidentOverview::sysId).containsExactly(first);
        assertThat(rest.items().get(0))
                .isEqualTo(deliveries.incident(bench.connection.id(), first))
                .extracting(IncidentOverview::correlationId, IncidentOverview::instanceNumber)
                .containsExactly("c", "INC0000001");
        assertThat(rest.nextCursor()).isNull();
    }

    @Test
    void openDeliveriesKeepAConnectionFromBeingRemovedUnseen() {
        assertThat(deliveries.of(bench.connection)).isEmpty();
        bench.create(Map.of("work_notes", "x"));

        assertThat(deliveries.of(bench.connection)).isEqualTo(List.of("2 deliveries of incidents are open."));
    }

    @Test
    void failedDeliveriesShowInTheVerification() {
        DeliveriesCheck check = new DeliveriesCheck();
        check.queue = bench.queue;
        check.reasons = new BundledReasons();
        CheckRun run = new CheckRun("v", bench.connection, Trigger.SCHEDULE);
        assertThat(check.run(run).verdict()).isEqualTo(Verdict.PASSED);
        bench.refuseNextWrite();
        bench.create(Map.of());
        bench.attemptAll();

        Outcome outcome = check.run(run);

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(outcome.seen()).isEqualTo("1 failed, 0 in need of attention");
    }

    private void moveTo(String url) {
        Connection moved = bench.connection.withInstance(new Instance(URI.create(url), "client", "user", false));
        bench.connections.save(moved);
        bench.store.execute("update connection set instance_url = ? where id = ?", url, moved.id());
        deliveries.whenConnectionChanges(new ConnectionChanged(bench.connection, moved));
    }

    private void become(SetupType type, InboundMode mode) {
        Connection changed = bench.connection.withSetup(type, mode);
        deliveries.whenConnectionChanges(new ConnectionChanged(bench.connection, changed));
    }

    private DeliveryAddress address(String sysId, int place) {
        return new DeliveryAddress(
                bench.connection.id(), sysId, bench.delivery(sysId, place).id());
    }

    private static Connection named(Connection like, String id) {
        return Connections.complete(id).withInstance(like.instance());
    }
}
