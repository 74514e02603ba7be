package dev.supportlink.setup;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.SetupType;
import dev.supportlink.secret.SecretKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The steps of one connection's plan, in order. The set-up type alone decides which they are: the inbound mode and an
 * absent instance change what a step asks for, not whether it is there.
 */
public final class PlanDefinition {

    private static final Set<StepId> ENTRA_ONLY =
            EnumSet.of(StepId.REST_API_APPLICATION, StepId.OIDC_PROVIDER, StepId.REST_USER_APPLICATION);
    private static final Set<StepId> NOT_FOR_INSIGHTS =
            EnumSet.of(StepId.INBOUND_CLIENT, StepId.INTEGRATION_USER, StepId.INSTANCE_ACCESS, StepId.LINK_ACCOUNT);

    private final SetupType type;
    private final List<StepId> steps;

    private PlanDefinition(SetupType type) {
        this.type = type;
        steps = Arrays.stream(StepId.values())
                .filter(step -> contains(type, step))
                .toList();
    }

    public static PlanDefinition of(Connection connection) {
        return of(connection.setupType());
    }

    static PlanDefinition of(SetupType type) {
        return new PlanDefinition(type);
    }

    public List<StepId> steps() {
        return steps;
    }

    public boolean contains(StepId step) {
        return steps.contains(step);
    }

    /** What must be done or skipped before a step; a needed step that the plan does not contain counts as done. */
    public List<StepId> needs(StepId step) {
        return step.needs().stream().filter(this::contains).toList();
    }

    /** The stored secrets that belong to this plan; any other has lost its use. */
    EnumSet<SecretKind> secrets() {
        return switch (type) {
            case BASIC ->
                EnumSet.of(
                        SecretKind.OUTBOUND_CLIENT_SECRET,
                        SecretKind.INSTANCE_CLIENT_SECRET,
                        SecretKind.INSTANCE_USER_PASSWORD);
            case ENTRA ->
                EnumSet.of(
                        SecretKind.OUTBOUND_CLIENT_SECRET,
                        SecretKind.REST_API_CLIENT_SECRET,
                        SecretKind.REST_USER_CLIENT_SECRET);
            case INSIGHTS_ONLY -> EnumSet.of(SecretKind.OUTBOUND_CLIENT_SECRET);
        };
    }

    /** Throws StepNotFound for a step that the plan does not contain. */
    void require(StepId step) {
        if (!contains(step)) {
            throw new StepNotFound(steps);
        }
    }

    private static boolean contains(SetupType type, StepId step) {
        return switch (type) {
            case BASIC -> !ENTRA_ONLY.contains(step);
            case ENTRA -> step != StepId.INBOUND_CLIENT;
            case INSIGHTS_ONLY -> !ENTRA_ONLY.contains(step) && !NOT_FOR_INSIGHTS.contains(step);
        };
    }
}
