package dev.supportlink.connection;

import java.util.Objects;

/** Fired inside the transaction that changes a connection's definition; observers undo what the change made wrong. */
public record ConnectionChanged(Connection before, Connection after) {

    public boolean tenantDomainChanged() {
        return !before.tenant().domain().equalsIgnoreCase(after.tenant().domain());
    }

    /** The instance moved, came or went: nothing that belongs to the old one may be used at the new one. */
    public boolean instanceOriginChanged() {
        return !Objects.equals(origin(before), origin(after));
    }

    public boolean entraClientIdChanged() {
        return !Objects.equals(before.entraClientId(), after.entraClientId());
    }

    public boolean restApiClientIdChanged() {
        return !Objects.equals(
                before.restApplications().apiClientId(),
                after.restApplications().apiClientId());
    }

    public boolean restUserClientIdChanged() {
        return !Objects.equals(
                before.restApplications().userClientId(),
                after.restApplications().userClientId());
    }

    /** The client ID or user name at the same instance changed. */
    public boolean instanceAccountChanged() {
        return !instanceOriginChanged() && !Objects.equals(before.instance(), after.instance());
    }

    public boolean setupTypeChanged() {
        return before.setupType() != after.setupType();
    }

    /** Callers sign in with something else, or somewhere else. */
    public boolean inboundSideChanged() {
        return setupTypeChanged() || before.inboundMode() != after.inboundMode();
    }

    /** The tenant or the instance is another one than before. */
    public boolean targetChanged() {
        return tenantDomainChanged() || instanceOriginChanged();
    }

    private static @org.jspecify.annotations.Nullable String origin(Connection connection) {
        Instance instance = connection.instance();
        return instance == null ? null : instance.origin();
    }
}
