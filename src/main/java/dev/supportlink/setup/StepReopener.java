package dev.supportlink.setup;

import static dev.supportlink.setup.StepId.COMPLETE_INTEGRATION;
import static dev.supportlink.setup.StepId.ENTRA_APPLICATION;
import static dev.supportlink.setup.StepId.INBOUND_CLIENT;
import static dev.supportlink.setup.StepId.INSTANCE_ACCESS;
import static dev.supportlink.setup.StepId.INTEGRATION_USER;
import static dev.supportlink.setup.StepId.LINK_ACCOUNT;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Re-opens exactly the steps that depended on a changed value, and ends the credentials that were stored for another
 * target. Runs inside the transaction that changes the value.
 */
@ApplicationScoped
public class StepReopener {

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
        reopen(change.after().id(), dependents(change));
        recordProgress(change.after().id());
    }

    /** The steps that a changed definition re-opens, by value. */
    static Set<StepId> dependents(ConnectionChanged change) {
        Set<StepId> steps = EnumSet.noneOf(StepId.class);
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

    /** The steps that a new value of a secret re-opens. */
    static Set<StepId> dependents(SecretKind kind) {
        return switch (kind) {
            case OUTBOUND_CLIENT_SECRET -> EnumSet.of(TEST_CONNECTION);
            case INSTANCE_CLIENT_SECRET, INSTANCE_USER_PASSWORD -> EnumSet.of(INSTANCE_ACCESS, TEST_CONNECTION);
            // The sheet shows both: the tenant admin entered the value before.
            case REST_API_CLIENT_SECRET -> EnumSet.of(COMPLETE_INTEGRATION, TEST_CONNECTION);
            case REST_USER_CLIENT_SECRET -> EnumSet.of(INSTANCE_ACCESS, COMPLETE_INTEGRATION, TEST_CONNECTION);
        };
    }

    void reopen(String connectionId, Set<StepId> steps) {
        Map<StepId, StepRecord> stored = records.of(connectionId);
        for (StepId step : steps) {
            StepRecord record = stored.get(step);
            if (record != null && record.outcome() != StepOutcome.OPEN) {
                records.save(connectionId, record.reopened());
                withdrawConfirmation(connectionId, step);
            }
        }
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
