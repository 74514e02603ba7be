package dev.supportlink.setup;

import static dev.supportlink.setup.StepId.COMPLETE_INTEGRATION;
import static dev.supportlink.setup.StepId.ENABLE_USERS;
import static dev.supportlink.setup.StepId.ENTRA_APPLICATION;
import static dev.supportlink.setup.StepId.INBOUND_CLIENT;
import static dev.supportlink.setup.StepId.INSTANCE_ACCESS;
import static dev.supportlink.setup.StepId.INTEGRATION_USER;
import static dev.supportlink.setup.StepId.LINK_ACCOUNT;
import static dev.supportlink.setup.StepId.NETWORK_ACCESS;
import static dev.supportlink.setup.StepId.OIDC_PROVIDER;
import static dev.supportlink.setup.StepId.OUTBOUND_PROVIDER;
import static dev.supportlink.setup.StepId.REST_API_APPLICATION;
import static dev.supportlink.setup.StepId.REST_USER_APPLICATION;
import static dev.supportlink.setup.StepId.TENANT_DOMAIN;
import static dev.supportlink.setup.StepId.TEST_CONNECTION;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionChanged;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.connection.SetupState;
import dev.supportlink.connection.SetupType;
import dev.supportlink.handover.HandOverProgress;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretState;
import dev.supportlink.secret.SecretVault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Re-opens exactly the steps that depended on a changed value, and ends the credentials that were stored for another
 * target. Runs inside the transaction that changes the value.
 */
@ApplicationScoped
public class StepReopener {

    /** Where callers come in, and with what: step 6 and every later one, except those that have nothing to do with it. */
    private static final Set<StepId> INBOUND_SIDE = Arrays.stream(StepId.values())
            .filter(step -> step.compareTo(INBOUND_CLIENT) >= 0)
            .filter(step -> step != NETWORK_ACCESS && step != ENABLE_USERS)
            .collect(Collectors.toUnmodifiableSet());

    @Inject
    StepRepository records;

    @Inject
    StepCatalogue catalogue;

    @Inject
    ConnectionRepository connections;

    @Inject
    SecretVault vault;

    @Inject
    InstanceTrial instanceTrial;

    @Inject
    HandOverProgress handOvers;

    void onChange(@Observes ConnectionChanged change) {
        endCredentials(change);
        String id = change.after().id();
        if (change.setupTypeChanged()) {
            // What was answered in the other plan, or when a step was last in the plan, says nothing about this one.
            eachOf(id, dependents(change), record -> !record.untouched(), StepRecord::emptied);
        } else {
            reopen(id, dependents(change));
        }
        recordProgress(id);
    }

    /** The steps that a changed definition re-opens, by value. */
    static Set<StepId> dependents(ConnectionChanged change) {
        Set<StepId> steps = EnumSet.noneOf(StepId.class);
        if (change.inboundSideChanged()) {
            steps.addAll(INBOUND_SIDE);
        }
        if (change.tenantDomainChanged()) {
            steps.addAll(
                    List.of(ENTRA_APPLICATION, OUTBOUND_PROVIDER, COMPLETE_INTEGRATION, TEST_CONNECTION, LINK_ACCOUNT));
        }
        if (change.after().tenant().id() == null) {
            steps.add(TENANT_DOMAIN);
        }
        if (change.instanceOriginChanged()) {
            steps.addAll(
                    List.of(ENTRA_APPLICATION, INBOUND_CLIENT, INTEGRATION_USER, INSTANCE_ACCESS, TEST_CONNECTION));
        }
        if (change.entraClientIdChanged()) {
            steps.addAll(List.of(OUTBOUND_PROVIDER, COMPLETE_INTEGRATION, TEST_CONNECTION));
        }
        if (change.instanceAccountChanged()) {
            steps.addAll(List.of(INSTANCE_ACCESS, TEST_CONNECTION));
        }
        boolean instanceOnSheet = change.after().sendsCallersToInstance();
        if (instanceOnSheet && (change.instanceOriginChanged() || change.instanceAccountChanged())) {
            steps.add(COMPLETE_INTEGRATION);
        }
        steps.addAll(dependentsInEntra(change));
        return steps;
    }

    /** The proof of the integration user is a token of one application for the other. */
    private static Set<StepId> dependentsInEntra(ConnectionChanged change) {
        Set<StepId> steps = EnumSet.noneOf(StepId.class);
        if (change.after().setupType() != SetupType.ENTRA) {
            return steps;
        }
        if (change.tenantDomainChanged()) {
            steps.addAll(List.of(REST_API_APPLICATION, OIDC_PROVIDER, REST_USER_APPLICATION, INTEGRATION_USER));
        }
        if (change.instanceOriginChanged() || change.restApiClientIdChanged()) {
            steps.addAll(List.of(OIDC_PROVIDER, INTEGRATION_USER));
        }
        if (change.restApiClientIdChanged() || change.restUserClientIdChanged()) {
            steps.addAll(List.of(INTEGRATION_USER, INSTANCE_ACCESS, COMPLETE_INTEGRATION, TEST_CONNECTION));
        }
        return steps;
    }

    /** The steps that a new value of a secret of this connection re-opens. */
    static Set<StepId> dependents(SecretKind kind, Connection connection) {
        return switch (kind) {
            case OUTBOUND_CLIENT_SECRET -> EnumSet.of(TEST_CONNECTION);
            case INSTANCE_CLIENT_SECRET, INSTANCE_USER_PASSWORD ->
                connection.sendsCallersToInstance()
                        ? EnumSet.of(INSTANCE_ACCESS, COMPLETE_INTEGRATION, TEST_CONNECTION)
                        : EnumSet.of(INSTANCE_ACCESS, TEST_CONNECTION);
            // The sheet shows both: the tenant admin entered the value before.
            case REST_API_CLIENT_SECRET -> EnumSet.of(COMPLETE_INTEGRATION, TEST_CONNECTION);
            case REST_USER_CLIENT_SECRET -> EnumSet.of(INSTANCE_ACCESS, COMPLETE_INTEGRATION, TEST_CONNECTION);
        };
    }

    void reopen(String connectionId, Set<StepId> steps) {
        eachOf(connectionId, steps, record -> record.outcome() != StepOutcome.OPEN, StepRecord::reopened);
    }

    private void eachOf(
            String connectionId, Set<StepId> steps, Predicate<StepRecord> which, UnaryOperator<StepRecord> change) {
        records.of(connectionId).values().stream()
                .filter(record -> steps.contains(record.step()))
                .filter(which)
                .forEach(record -> {
                    records.save(connectionId, change.apply(record));
                    withdrawConfirmation(connectionId, record.step());
                });
    }

    /** Stores how far the plan is now. */
    void recordProgress(String connectionId) {
        Connection connection = connections.lock(connectionId);
        SetupState state = catalogue.plan(catalogue.context(connection)).setupState();
        if (state != connection.setupState()) {
            connections.save(connection.withSetupState(state));
        }
        handOvers.note(connectionId);
    }

    private void withdrawConfirmation(String connectionId, StepId step) {
        if (step == COMPLETE_INTEGRATION) {
            connections.save(connections.lock(connectionId).withSheetConfirmedAt(null));
        }
    }

    private void endCredentials(ConnectionChanged change) {
        String id = change.after().id();
        if (change.setupTypeChanged()) {
            EnumSet.complementOf(PlanDefinition.of(change.after()).secrets())
                    .forEach(kind -> vault.discard(id, kind, SecretState.REMOVED));
        }
        if (change.tenantDomainChanged() || change.entraClientIdChanged()) {
            vault.discard(id, SecretKind.OUTBOUND_CLIENT_SECRET, SecretState.REMOVED);
        }
        if (change.restApiClientIdChanged()) {
            vault.discard(id, SecretKind.REST_API_CLIENT_SECRET, SecretState.REMOVED);
        }
        if (change.restUserClientIdChanged()) {
            vault.discard(id, SecretKind.REST_USER_CLIENT_SECRET, SecretState.REMOVED);
        }
        if (change.instanceOriginChanged()) {
            vault.discard(id, SecretKind.INSTANCE_CLIENT_SECRET, SecretState.REMOVED);
            vault.discard(id, SecretKind.INSTANCE_USER_PASSWORD, SecretState.REMOVED);
        }
        instanceTrial.forget(change.before());
    }
}
