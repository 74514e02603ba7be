package dev.supportlink.access;

import dev.supportlink.connection.AdminRole;
import dev.supportlink.connection.ConnectionNotFound;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The person or script behind the present request, and what it may do.
 *
 * @param pass what the holder of a hand-over is limited to; null for everybody else
 */
public record SignedIn(
        String name, Set<RoleGrant> grants, @Nullable HandOverPass pass) {

    public SignedIn {
        grants = Set.copyOf(grants);
    }

    public SignedIn(String name, Set<RoleGrant> grants) {
        this(name, grants, null);
    }

    /** The holder of a hand-over; no user can have such a name, because names hold no colon. */
    public static SignedIn by(HandOverPass pass) {
        RoleGrant only = new RoleGrant(Role.of(pass.role()), pass.connectionId());
        return new SignedIn("hand-over:" + pass.handOverId(), Set.of(only), pass);
    }

    /** What the request is limited to when it comes by a hand-over. */
    public Optional<HandOverPass> handOver() {
        return Optional.ofNullable(pass);
    }

    /** Whether steps of this role are shown whole: a hand-over knows its own role's steps only. */
    public boolean seesStepsOf(AdminRole owner) {
        return handOver().filter(limits -> limits.role() != owner).isEmpty();
    }

    /** For what belongs to the steps of one role: 403 to the hand-over of another one. */
    public void requireStepsOf(AdminRole owner) {
        if (!seesStepsOf(owner)) {
            throw new NotAllowed("This belongs to the " + owner.word() + "; this hand-over is for the "
                    + Optional.ofNullable(pass)
                            .map(limits -> limits.role().word())
                            .orElse("") + ".");
        }
    }

    public boolean isOperator() {
        return holds(Role.OPERATOR);
    }

    /** For calls that only operators may make: 403 otherwise. */
    public void requireOperator() {
        if (!isOperator()) {
            throw new NotAllowed("This is for users with the role operator.");
        }
    }

    /** For reading a connection: any role on it; otherwise it does not exist (404). */
    public void requireReader(String connectionId) {
        if (!sees(connectionId)) {
            throw new ConnectionNotFound(connectionId);
        }
    }

    /** Whether the user holds any role that covers the connection. */
    public boolean sees(String connectionId) {
        return grants.stream().anyMatch(grant -> grant.covers(connectionId));
    }

    /** Whether the user sees every connection. */
    public boolean seesAll() {
        return grants.stream().anyMatch(grant -> grant.connectionId() == null);
    }

    /** Whether the user holds this admin role for the connection. */
    public boolean acts(AdminRole role, String connectionId) {
        return grants.stream()
                .anyMatch(grant -> grant.covers(connectionId)
                        && grant.role().adminRole().filter(role::equals).isPresent());
    }

    /** For starting a verification: operator or any admin role on the connection; 404 or 403 otherwise. */
    public void requireAdmin(String connectionId) {
        requireReader(connectionId);
        boolean admin = grants.stream()
                .anyMatch(grant -> grant.covers(connectionId)
                        && (grant.role() == Role.OPERATOR
                                || grant.role().adminRole().isPresent()));
        if (!admin) {
            throw new NotAllowed("This is for operators and admins of the connection.");
        }
    }

    /** For reading the audit trail, of one connection or, with null, whole: operators and auditors; 404 or 403 otherwise. */
    public void requireAuditor(@Nullable String connectionId) {
        if (connectionId != null) {
            requireReader(connectionId);
        }
        boolean auditor = holds(Role.OPERATOR)
                || holds(Role.AUDITOR)
                || (connectionId != null && grants.contains(new RoleGrant(Role.AUDITOR, connectionId)));
        if (!auditor) {
            throw new NotAllowed("This is for operators and auditors.");
        }
    }

    private boolean holds(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role && grant.connectionId() == null);
    }
}
