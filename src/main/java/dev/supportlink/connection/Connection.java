package dev.supportlink.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One tenant joined with one instance: the unit of set-up, verification and rotation. An immutable value; a changed copy
 * is stored through {@link ConnectionRepository#save}.
 *
 * @param id opaque; also the repository ID of the completion sheet
 * @param revision counts changes of the definition; health does not count
 * @param instance null for evaluation without an instance
 * @param entraClientId the Entra application's client ID; null until step 4
 * @param restApplications the applications by which callers sign in; empty but in the set-up type entra
 * @param sheetConfirmedAt when step 10 was done: before it, inbound checks wait for the tenant admin
 * @param writeProvenAt when a delivery first succeeded at the present instance
 * @param adoptionQuery which incidents that began on the instance may be worked on; null for none
 */
public record Connection(
        String id,
        long revision,
        String name,
        Tenant tenant,
        @Nullable Instance instance,
        SetupType setupType,
        Environment environment,
        InboundMode inboundMode,
        SetupState setupState,
        HealthRecord health,
        Instant createdAt,
        @Nullable String entraClientId,
        RestApplications restApplications,
        @Nullable Instant sheetConfirmedAt,
        @Nullable Instant writeProvenAt,
        @Nullable String adoptionQuery) {

    /** Whether callers come in through SupportLink itself, whatever they sign in with. */
    public boolean servesCallers() {
        return setupType != SetupType.INSIGHTS_ONLY && inboundMode == InboundMode.GATEWAY;
    }

    /** Whether callers go to the instance itself; an inbound mode means nothing where there is no inbound side. */
    public boolean sendsCallersToInstance() {
        return setupType != SetupType.INSIGHTS_ONLY && inboundMode == InboundMode.DIRECT;
    }

    public Connection withName(String newName) {
        return new Connection(
                id,
                revision,
                newName,
                tenant,
                instance,
                setupType,
                environment,
                inboundMode,
                setupState,
                health,
                createdAt,
                entraClientId,
                restApplications,
                sheetConfirmedAt,
                writeProvenAt,
                adoptionQuery);
    }

    /** Applications of another tenant mean nothing in this one. */
    public Connection withTenant(Tenant newTenant) {
        return new Connection(
                id,
                revision,
                name,
                newTenant,
                instance,
                setupType,
                environment,
                inboundMode,
                setupState,
                health,
                createdAt,
                entraClientId,
                sameTenant(newTenant) ? restApplications : RestApplications.NONE,
                sheetConfirmedAt,
                writeProvenAt,
                adoptionQuery);
    }

    public Connection withInstance(@Nullable Instance newInstance) {
        return new Connection(
                id,
                revision,
                name,
                tenant,
                newInstance,
                setupType,
                environment,
                inboundMode,
                setupState,
                health,
                createdAt,
                entraClientId,
                restApplications,
                sheetConfirmedAt,
                writeProvenAt,
                adoptionQuery);
    }

    public Connection withEnvironment(Environment newEnvironment) {
        return new Connection(
                id,
                revision,
                name,
                tenant,
                instance,
                setupType,
                newEnvironment,
                inboundMode,
                setupState,
                health,
                createdAt,
                entraClientId,
                restApplications,
                sheetConfirmedAt,
                writeProvenAt,
                adoptionQuery);
    }

    /**
     * With another set-up type or inbound mode. Another type signs in to the instance in another way, and only
     * {@code entra} has applications that callers sign in by: each begins without any of the names.
     */
    public Connection withSetup(SetupType newType, InboundMode newMode) {
        return new Connection(
                id,
                revision,
                name,
                tenant,
                instance == null || newType == setupType ? instance : new Instance(instance.url()),
                newType,
                environment,
                newMode,
                setupState,
                health,
                createdAt,
                entraClientId,
                newType == setupType ? restApplications : RestApplications.NONE,
                sheetConfirmedAt,
                writeProvenAt,
                adoptionQuery);
    }

    public Connection withSetupState(SetupState newState) {
        return new Connection(
                id,
                revision,
                name,
                tenant,
                instance,
                setupType,
                environment,
                inboundMode,
                newState,
                health,
                createdAt,
                entraClientId,
                restApplications,
                sheetConfirmedAt,
                writeProvenAt,
                adoptionQuery);
    }

    public Connection withEntraClientId(@Nullable String newClientId) {
        return new Connection(
                id,
                revision,
                name,
                tenant,
                instance,
                setupType,
                environment,
                inboundMode,
                setupState,
                health,
                createdAt,
                newClientId,
                restApplications,
                sheetConfirmedAt,
                writeProvenAt,
                adoptionQuery);
    }

    public Connection withRestApplications(RestApplications newApplications) {
        return new Connection(
                id,
                revision,
                name,
                tenant,
                instance,
                setupType,
                environment,
                inboundMode,
                setupState,
                health,
                createdAt,
                entraClientId,
                newApplications,
                sheetConfirmedAt,
                writeProvenAt,
                adoptionQuery);
    }

    public Connection withSheetConfirmedAt(@Nullable Instant time) {
        return new Connection(
                id,
                revision,
                name,
                tenant,
                instance,
                setupType,
                environment,
                inboundMode,
                setupState,
                health,
                createdAt,
                entraClientId,
                restApplications,
                time,
                writeProvenAt,
                adoptionQuery);
    }

    public Connection withAdoptionQuery(@Nullable String newQuery) {
        return new Connection(
                id,
                revision,
                name,
                tenant,
                instance,
                setupType,
                environment,
                inboundMode,
                setupState,
                health,
                createdAt,
                entraClientId,
                restApplications,
                sheetConfirmedAt,
                writeProvenAt,
                newQuery);
    }

    private boolean sameTenant(Tenant other) {
        boolean sameDomain = tenant.domain().equalsIgnoreCase(other.domain());
        boolean otherId =
                tenant.id() != null && other.id() != null && !tenant.id().equalsIgnoreCase(other.id());
        return sameDomain && !otherId;
    }
}
