package dev.supportlink.setup;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Tenant;
import dev.supportlink.inbound.InboundIdentities;
import dev.supportlink.outbound.testing.FakeVault;
import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.ShownSecrets;
import dev.supportlink.testing.AuditNotes;
import dev.supportlink.testing.BeanList;
import dev.supportlink.testing.InMemoryConnections;
import dev.supportlink.testing.TestSettings;
import jakarta.json.JsonValue;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The completion sheet's desk over memory, and over a plan whose steps are done when a test says so. */
final class SheetDesk {

    final InMemoryConnections connections = new InMemoryConnections();
    final FakeVault vault = new FakeVault();
    final AuditNotes audit = new AuditNotes();
    final CompletionSheetDesk desk = new CompletionSheetDesk();
    private final Map<StepId, StepRecord> records = new EnumMap<>(StepId.class);
    private final Set<String> shown = new HashSet<>();

    SheetDesk(InboundIdentities identities) {
        desk.connections = connections;
        desk.identities = identities;
        desk.catalogue = catalogue();
        desk.vault = vault;
        desk.shown = shown();
        desk.targets = new SecretTargets();
        desk.targets.outboundTrial = tenantTargets();
        desk.server = ServerSettings.over(TestSettings.of(Map.of("supportlink.public-url", "https://link.example/")));
        desk.audit = audit;
    }

    SheetDesk with(Connection connection) {
        connections.add(connection);
        desk.identities.prepare(connection.id());
        return this;
    }

    SheetDesk done(StepId... steps) {
        for (StepId step : steps) {
            records.put(
                    step,
                    new StepRecord(
                            step, 1, StepOutcome.DONE, JsonValue.EMPTY_JSON_OBJECT, List.of(), null, null, null));
        }
        return this;
    }

    /** As a step stores what was entered. */
    SheetDesk entered(Connection connection, SecretKind kind, String value) {
        String target = desk.targets.of(connection, kind).orElseThrow();
        vault.store(connection.id(), kind, target, Secret.of(value), null);
        shown.remove(connection.id() + kind);
        return this;
    }

    private StepCatalogue catalogue() {
        List<SetupStep> steps = new ArrayList<>();
        for (StepId id : StepId.values()) {
            steps.add(new AskingStep(id));
        }
        StepCatalogue catalogue = new StepCatalogue();
        catalogue.found = new BeanList<>(steps);
        catalogue.records = new StepRepository() {
            @Override
            public Map<StepId, StepRecord> of(String connectionId) {
                return records;
            }

            @Override
            public void save(String connectionId, StepRecord next) {
                records.put(next.step(), next);
            }
        };
        catalogue.collect();
        return catalogue;
    }

    private ShownSecrets shown() {
        return new ShownSecrets() {
            @Override
            public boolean markShown(String connectionId, SecretKind kind) {
                return shown.add(connectionId + kind);
            }

            @Override
            public void forgetShown(String connectionId, SecretKind kind) {
                shown.remove(connectionId + kind);
            }
        };
    }

    /** A step that asks for something, and so is open until it is answered. */
    private record AskingStep(StepId id) implements SetupStep {

        @Override
        public List<String> instructions(PlanContext plan) {
            return List.of();
        }

        @Override
        public Map<String, Object> values(PlanContext plan) {
            return Map.of();
        }

        @Override
        public List<StepInput> inputs(PlanContext plan) {
            return List.of(StepInput.required("anything", "text"));
        }

        @Override
        public StepChange answer(PlanContext plan, Answers answers, String actor) {
            throw new UnsupportedOperationException();
        }
    }

    /** Knows the targets of tenants and calls nobody. */
    private static OutboundTrial tenantTargets() {
        return (OutboundTrial) Proxy.newProxyInstance(
                SheetDesk.class.getClassLoader(), new Class<?>[] {OutboundTrial.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("target")) {
                        return "login|" + ((Tenant) arguments[0]).id();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
