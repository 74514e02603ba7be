package dev.supportlink.store.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.incident.AcceptedChange;
import dev.supportlink.incident.AcceptedChange.Kind;
import dev.supportlink.incident.Incident;
import dev.supportlink.incident.delivery.Claim;
import dev.supportlink.incident.delivery.Delivery;
import dev.supportlink.incident.delivery.DeliveryQueue;
import dev.supportlink.incident.delivery.DeliveryResult;
import dev.supportlink.incident.delivery.DeliveryState;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredDeliveriesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant LEASE_END = NOW.plusSeconds(90);

    @ParameterizedTest
    @EnumSource
    void manyNodesClaimEachDeliveryOnce(TestDatabase database) throws Exception {
        IncidentStore store = fresh(database);
        String connection = store.connection(database);
        for (int number = 0; number < 60; number++) {
            incident(store, connection, new AcceptedChange(Kind.CREATE, Map.of()));
        }
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        try {
            Callable<List<String>> node = () -> claimAll(store.deliveries());
            List<String> claimed = new ArrayList<>();
            for (Future<List<String>> done :
                    nodes.invokeAll(Stream.generate(() -> node).limit(6).toList())) {
                claimed.addAll(done.get());
            }
            assertThat(claimed).hasSize(60).doesNotHaveDuplicates();
        } finally {
            nodes.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void laterDeliveriesWaitForTheFirstOfTheirIncident(TestDatabase database) {
        IncidentStore store = fresh(database);
        DeliveryQueue queue = store.deliveries();
        Incident incident = incident(
                store,
                store.connection(database),
                new AcceptedChange(Kind.CREATE, Map.of("description", "x")),
                new AcceptedChange(Kind.JOURNAL, Map.of("comments", "y")));

        Claim first = queue.claim(NOW, LEASE_END, 100).orElseThrow();
        assertThat(first.delivery().place()).isEqualTo(1);
        assertThat(first.delivery().attempts()).isEqualTo(1);
        assertThat(queue.claim(NOW, LEASE_END, 100)).isEmpty();
        assertThat(queue.record(first, new DeliveryResult.Delivered(), NOW)).isTrue();
        Claim second = queue.claim(NOW, LEASE_END, 100).orElseThrow();

        assertThat(second.delivery().change()).isEqualTo(new AcceptedChange(Kind.JOURNAL, Map.of("comments", "y")));
        assertThat(queue.of(incident.connectionId(), incident.sysId()))
                .extracting(Delivery::state)
                .containsExactly(DeliveryState.DELIVERED, DeliveryState.PENDING);
    }

    @ParameterizedTest
    @EnumSource
    void lostLeaseStoresNothing(TestDatabase database) {
        IncidentStore store = fresh(database);
        DeliveryQueue queue = store.deliveries();
        Incident incident = incident(store, store.connection(database), new AcceptedChange(Kind.CREATE, Map.of()));

        Claim old = queue.claim(NOW, LEASE_END, 100).orElseThrow();
        Claim taken = queue.claim(LEASE_END, LEASE_END.plusSeconds(90), 100).orElseThrow();

        assertThat(queue.renew(old, LEASE_END.plusSeconds(500))).isFalse();
        assertThat(queue.markSent(old, LEASE_END, LEASE_END)).isFalse();
        assertThat(queue.record(old, new DeliveryResult.Failed("late"), LEASE_END))
                .isFalse();
        assertThat(queue.markSent(taken, LEASE_END, LEASE_END.plusSeconds(90))).isTrue();
        assertThat(queue.markSent(taken, LEASE_END.plusSeconds(60), LEASE_END.plusSeconds(90)))
                .isTrue();
        assertThat(queue.of(incident.connectionId(), incident.sysId()).get(0).sentAt())
                .isEqualTo(LEASE_END);
        queue.clearSent(taken);
        assertThat(queue.of(incident.connectionId(), incident.sysId()).get(0).sentAt())
                .isNull();
    }

    @ParameterizedTest
    @EnumSource
    void postponedDeliveryIsDueLaterAndCanBeHastened(TestDatabase database) {
        IncidentStore store = fresh(database);
        DeliveryQueue queue = store.deliveries();
        Incident incident = incident(store, store.connection(database), new AcceptedChange(Kind.CREATE, Map.of()));
        Claim claim = queue.claim(NOW, LEASE_END, 100).orElseThrow();

        queue.record(claim, new DeliveryResult.Postponed(NOW.plus(Duration.ofHours(1)), "r".repeat(2_000)), NOW);

        assertThat(queue.anyDue(NOW.plusSeconds(3_599))).isFalse();
        assertThat(queue.anyDue(NOW.plusSeconds(3_600))).isTrue();
        queue.hasten(incident.connectionId(), NOW);
        assertThat(queue.anyDue(NOW)).isTrue();
        assertThat(queue.countOpen(incident.connectionId())).isEqualTo(1);
        assertThat(queue.count(incident.connectionId(), DeliveryState.FAILED)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void oneConnectionDoesNotKeepAllWorkersBusy(TestDatabase database) {
        IncidentStore store = fresh(database);
        DeliveryQueue queue = store.deliveries();
        String busy = store.connection(database);
        for (int number = 0; number < 3; number++) {
            incident(store, busy, new AcceptedChange(Kind.CREATE, Map.of()));
        }
        assertThat(queue.claim(NOW, LEASE_END, 2)).isPresent();
        assertThat(queue.claim(NOW, LEASE_END, 2)).isPresent();
        assertThat(queue.claim(NOW, LEASE_END, 2)).isEmpty();
        String other = store.connection(database);
        incident(store, other, new AcceptedChange(Kind.CREATE, Map.of()));

        assertThat(queue.claim(NOW, LEASE_END, 2))
                .hasValueSatisfying(
                        claim -> assertThat(claim.delivery().connectionId()).isEqualTo(other));
        assertThat(queue.claim(LEASE_END, LEASE_END.plusSeconds(90), 2)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void removedConnectionTakesItsIncidentsAlong(TestDatabase database) {
        IncidentStore store = fresh(database);
        String connection = store.connection(database);
        Incident incident = incident(store, connection, new AcceptedChange(Kind.CREATE, Map.of("u_a", "b")));

        store.execute("delete from connection where id = ?", connection);

        assertThat(store.incidents().find(connection, incident.sysId())).isEmpty();
        assertThat(store.deliveries().of(connection, incident.sysId())).isEmpty();
    }

    private static List<String> claimAll(DeliveryQueue queue) {
        List<String> claimed = new ArrayList<>();
        Optional<Claim> claim = queue.claim(NOW, LEASE_END, 100);
        while (claim.isPresent()) {
            claimed.add(claim.get().delivery().id());
            claim = queue.claim(NOW, LEASE_END, 100);
        }
        return claimed;
    }

    private static IncidentStore fresh(TestDatabase database) {
        IncidentStore store = new IncidentStore(database);
        store.execute("delete from delivery");
        return store;
    }

    private static Incident incident(IncidentStore store, String connection, AcceptedChange... changes) {
        Incident.Stamp stamp = new Incident.Stamp(NOW, "caller");
        Incident incident = new Incident(
                Ids.next(), connection, "INC1", 0, Map.of("state", "1"), stamp, stamp, List.of(), null, null);
        store.inTransaction(() -> {
            store.incidents().add(incident);
            store.deliveries().add(incident, List.of(changes), NOW);
            return incident;
        });
        return incident;
    }
}
