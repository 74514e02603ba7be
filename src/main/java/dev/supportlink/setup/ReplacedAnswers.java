package dev.supportlink.setup;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionChanged;
import dev.supportlink.connection.Instance;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretState;
import dev.supportlink.secret.SecretVault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Values that a definition brought without their step being asked: the step that asks for them is open again, because
 * nobody has proven them, and a secret that belonged to the old name ends.
 */
@ApplicationScoped
public class ReplacedAnswers {

    @Inject
    StepReopener reopener;

    @Inject
    StepRepository records;

    @Inject
    SecretVault vault;

    /** The finished steps that a change of this kind opens again, those included that depend on what changed. */
    public List<StepId> reopened(Connection before, Connection after) {
        ConnectionChanged change = new ConnectionChanged(before, after);
        Set<StepId> touched = EnumSet.noneOf(StepId.class);
        if (!before.equals(after)) {
            touched.addAll(StepReopener.dependents(change));
            touched.addAll(askedBy(change));
        }
        Map<StepId, StepRecord> stored = records.of(before.id());
        PlanDefinition plan = PlanDefinition.of(after);
        return touched.stream()
                .filter(plan::contains)
                .filter(step -> stored.containsKey(step)
                        && Objects.requireNonNull(stored.get(step)).outcome() != StepOutcome.OPEN)
                .toList();
    }

    /** Opens the steps that asked for what was replaced; call it in the transaction that changes the connection. */
    @Transactional
    public void replace(Connection before, Connection after) {
        ConnectionChanged change = new ConnectionChanged(before, after);
        endSecrets(change);
        reopener.reopen(after.id(), askedBy(change));
        reopener.recordProgress(after.id());
    }

    /** The steps that ask for a changed value themselves. */
    static Set<StepId> askedBy(ConnectionChanged change) {
        Set<StepId> steps = EnumSet.noneOf(StepId.class);
        if (change.entraClientIdChanged()) {
            steps.add(StepId.ENTRA_APPLICATION);
        }
        if (differs(change, Instance::clientId)) {
            steps.addAll(List.of(StepId.INBOUND_CLIENT, StepId.INTEGRATION_USER));
        }
        if (differs(change, Instance::userName) || differs(change, Instance::userIsNew)) {
            steps.add(StepId.INTEGRATION_USER);
        }
        if (change.restApiClientIdChanged()) {
            steps.add(StepId.REST_API_APPLICATION);
        }
        if (change.restUserClientIdChanged()) {
            steps.add(StepId.REST_USER_APPLICATION);
        }
        return steps;
    }

    private void endSecrets(ConnectionChanged change) {
        String id = change.after().id();
        if (differs(change, Instance::clientId)) {
            vault.discard(id, SecretKind.INSTANCE_CLIENT_SECRET, SecretState.REMOVED);
        }
        if (differs(change, Instance::userName)) {
            vault.discard(id, SecretKind.INSTANCE_USER_PASSWORD, SecretState.REMOVED);
        }
    }

    private static boolean differs(ConnectionChanged change, Function<Instance, ?> part) {
        return !Objects.equals(
                Optional.ofNullable(change.before().instance()).map(part),
                Optional.ofNullable(change.after().instance()).map(part));
    }
}
