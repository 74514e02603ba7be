package dev.supportlink.setup;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionChanged;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.connection.Instance;
import dev.supportlink.handover.HandOverProgress;
import dev.supportlink.outbound.testing.FakeVault;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.testing.InMemoryConnections;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A plan with every step done and every secret stored, over memory, to see what a change does to it. */
final class ReopenedPlan {

    static final Instant CONFIRMED = Instant.parse("2026-11-24T01:00:00Z");
    private static final JsonObject ANSWER =
            Json.createObjectBuilder().add("given", "before").build();

    final InMemoryConnections connections = new InMemoryConnections();
    final FakeVault vault = new FakeVault();
    final Map<StepId, StepRecord> records = new EnumMap<>(StepId.class);
    final StepReopener reopener = new StepReopener();
    private final String id;

    ReopenedPlan(Connection connection) {
        Connection done = connection.withSheetConfirmedAt(CONFIRMED);
        id = done.id();
        connections.add(done);
        PlanDefinition.of(done).steps().forEach(this::answer);
        for (SecretKind kind : SecretKind.values()) {
            vault.store(id, kind, "target", Secret.of("a secret"), null);
        }
        wire();
    }

    /** As the registry does it. */
    ReopenedPlan change(UnaryOperator<Connection> change) {
        Connection before = connections.get(id);
        Connection after = connections.save(change.apply(before));
        reopener.onChange(new ConnectionChanged(before, after));
        return this;
    }

    void answer(StepId step) {
        long revision = record(step).revision() + 1;
        records.put(
                step, new StepRecord(step, revision, StepOutcome.DONE, ANSWER, List.of(), CONFIRMED, "someone", null));
    }

    StepRecord record(StepId step) {
        return records.getOrDefault(step, StepRecord.untouched(step));
    }

    Connection connection() {
        return connections.get(id);
    }

    Set<StepId> open() {
        return records.values().stream()
                .filter(record -> record.outcome() == StepOutcome.OPEN)
                .map(StepRecord::step)
                .collect(Collectors.toSet());
    }

    Set<StepId> touched() {
        return records.values().stream()
                .filter(record -> record.revision() != 1)
                .map(StepRecord::step)
                .collect(Collectors.toSet());
    }

    Set<SecretKind> kept() {
        return java.util.Arrays.stream(SecretKind.values())
                .filter(kind -> vault.current(id, kind).isPresent())
                .collect(Collectors.toSet());
    }

    private void wire() {
        StepRepository stored = new StepRepository() {
            @Override
            public Map<StepId, StepRecord> of(String connectionId) {
                return Map.copyOf(records);
            }

            @Override
            public void save(String connectionId, StepRecord next) {
                records.put(next.step(), next);
            }
        };
        wire(reopener, stored, connections, vault);
    }

    /** Over these stores; nobody was handed anything. */
    static void wire(StepReopener reopener, StepRepository records, ConnectionRepository connections, FakeVault vault) {
        reopener.records = records;
        reopener.connections = connections;
        reopener.vault = vault;
        reopener.instanceTrial = new NoInstance();
        reopener.handOvers = new HandOverProgress() {
            @Override
            public void note(String connectionId) {
                // Nothing to note.
            }
        };
        reopener.catalogue = new StepCatalogue() {
            @Override
            SetupPlan plan(PlanContext context) {
                return new SetupPlan(context, Set.of());
            }
        };
        reopener.catalogue.records = records;
    }

    /** Nothing is tried here. */
    private static final class NoInstance implements InstanceTrial {

        @Override
        public void reach(URI instanceUrl) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void signIn(Instance instance, Secret clientSecret, Secret password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void signInByToken(Connection connection) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forget(Connection connection) {
            // Nothing is kept.
        }
    }
}
