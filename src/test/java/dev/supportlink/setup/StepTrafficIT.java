package dev.supportlink.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.Registries;
import dev.supportlink.outbound.testing.FakeVault;
import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.StaleRevision;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.store.connection.ConnectionStore;
import dev.supportlink.store.setup.StepStore;
import dev.supportlink.testing.AuditNotes;
import dev.supportlink.testing.Connections;
import dev.supportlink.testing.RecordedEvents;
import dev.supportlink.testing.TestDatabase;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two admins who answer at the same moment, 200 times, on both databases. */
class StepTrafficIT {

    private static final int TIMES = 200;

    private final ExecutorService admins = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        admins.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void differentStepsAtTheSameMomentLoseNothing(TestDatabase database) throws Exception {
        String id = connection(database);
        for (int i = 1; i <= TIMES; i++) {
            String application = UUID.randomUUID().toString();
            String client = "client " + i;
            Answer entra = new Answer(StepId.ENTRA_APPLICATION, application, now -> now.withEntraClientId(application));
            Answer serviceNow =
                    new Answer(StepId.INBOUND_CLIENT, client, now -> now.withInstance(clientOf(now, client)));

            assertThat(atOnce(database, id, entra, serviceNow)).isEqualTo(2);

            Connection after = database.inTransaction(
                    entities -> ConnectionStore.of(entities).get(id));
            assertThat(after.entraClientId()).isEqualTo(application);
            assertThat(Objects.requireNonNull(after.instance()).clientId()).isEqualTo(client);
            assertThat(given(database, id, StepId.ENTRA_APPLICATION)).isEqualTo(application);
            assertThat(given(database, id, StepId.INBOUND_CLIENT)).isEqualTo(client);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameStepAtTheSameMomentIsAnsweredOnce(TestDatabase database) throws Exception {
        String id = connection(database);
        for (int i = 1; i <= TIMES; i++) {
            Answer one = new Answer(StepId.NETWORK_ACCESS, "one " + i, UnaryOperator.identity());
            Answer other = new Answer(StepId.NETWORK_ACCESS, "other " + i, UnaryOperator.identity());

            assertThat(atOnce(database, id, one, other)).isEqualTo(1);

            assertThat(record(database, id, StepId.NETWORK_ACCESS).revision()).isEqualTo(i);
            assertThat(given(database, id, StepId.NETWORK_ACCESS)).isIn(one.value(), other.value());
        }
    }

    /** What one admin answers, and what that changes. */
    private record Answer(StepId step, String value, UnaryOperator<Connection> change) {}

    /** How many of the two were taken; the other one must have been told that it was too late. */
    private long atOnce(TestDatabase database, String id, Answer one, Answer other) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Future<Optional<DomainException>> first = admins.submit(() -> answer(database, id, one, together));
        Future<Optional<DomainException>> second = admins.submit(() -> answer(database, id, other, together));
        return taken(first) + taken(second);
    }

    private static int taken(Future<Optional<DomainException>> answer) throws Exception {
        try {
            Optional<DomainException> refusal = answer.get(30, TimeUnit.SECONDS);
            refusal.ifPresent(late -> assertThat(late).isInstanceOf(StaleRevision.class));
            return refusal.isEmpty() ? 1 : 0;
        } catch (ExecutionException broken) {
            throw new AssertionError("neither taken nor too late", broken.getCause());
        }
    }

    /** As the desk does it: looks, then stores in a transaction of its own. */
    private static Optional<DomainException> answer(
            TestDatabase database, String id, Answer answer, CyclicBarrier together) throws Exception {
        PlanContext seen = database.inTransaction(entities -> new PlanContext(
                ConnectionStore.of(entities).get(id), StepStore.of(entities).of(id)));
        StepChange change = StepChange.done(
                        Json.createObjectBuilder().add("given", answer.value()).build())
                .changing(answer.change());
        together.await(30, TimeUnit.SECONDS);
        try {
            database.run(entities -> commit(entities).store(seen, answer.step(), change, "somebody", null));
            return Optional.empty();
        } catch (DomainException refused) {
            return Optional.of(refused);
        }
    }

    private static StepCommit commit(EntityManager entities) {
        StepCommit commit = new StepCommit();
        StepReopener reopener = new StepReopener();
        ReopenedPlan.wire(reopener, StepStore.of(entities), ConnectionStore.of(entities), new FakeVault());
        commit.reopener = reopener;
        commit.catalogue = reopener.catalogue;
        commit.records = reopener.records;
        commit.registry = Registries.of(reopener.connections, reopener::onChange);
        commit.vault = reopener.vault;
        commit.audit = new AuditNotes();
        commit.credentialChanged = new RecordedEvents<>();
        commit.clock = Clock.systemUTC();
        return commit;
    }

    /** One with consent, environment and tenant behind it. */
    private static String connection(TestDatabase database) {
        String id = Ids.next();
        database.run(entities -> {
            ConnectionStore.of(entities).add(Connections.complete(id));
            for (StepId step : Set.of(StepId.CONSENT, StepId.ENVIRONMENT, StepId.TENANT_DOMAIN)) {
                StepStore.of(entities).save(id, done(step));
            }
        });
        return id;
    }

    private static StepRecord done(StepId step) {
        return new StepRecord(
                step, 1, StepOutcome.DONE, Json.createObjectBuilder().build(), java.util.List.of(), null, null, null);
    }

    private static Instance clientOf(Connection connection, String client) {
        Instance instance = Objects.requireNonNull(connection.instance());
        return new Instance(instance.url(), client, instance.userName(), instance.userIsNew());
    }

    private static String given(TestDatabase database, String id, StepId step) {
        return record(database, id, step).answers().getString("given");
    }

    private static StepRecord record(TestDatabase database, String id, StepId step) {
        return Objects.requireNonNull(
                database.inTransaction(entities -> StepStore.of(entities).of(id).get(step)));
    }
}
