package dev.supportlink.setup;

import dev.supportlink.access.NotAllowed;
import dev.supportlink.access.SignedIn;
import dev.supportlink.connection.AdminRole;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.platform.text.Word;
import org.jspecify.annotations.Nullable;

/** Who may answer a step: a user who holds its admin role, or an operator who names the role. */
final class StepPermission {

    private StepPermission() {}

    /** The role that an operator acts in, for the audit trail; null for a user who holds the role. */
    static @Nullable String actingRole(SignedIn user, StepId step, String connectionId, @Nullable String actingAs) {
        user.requireReader(connectionId);
        AdminRole owner = step.adminRole();
        refuseOtherRole(owner, actingAs);
        if (user.acts(owner, connectionId)) {
            return null;
        }
        if (!user.isOperator()) {
            throw new NotAllowed("Step " + step.word() + " is answered by the " + owner.word() + ".");
        }
        if (actingAs == null) {
            throw new NotAllowed("Step " + step.word() + " is answered by the " + owner.word()
                    + ". An operator names that role: \"actingAs\": \"" + owner.word() + "\".");
        }
        return actingAs;
    }

    private static void refuseOtherRole(AdminRole owner, @Nullable String actingAs) {
        if (actingAs == null) {
            return;
        }
        if (Word.parse(AdminRole.class, actingAs).isEmpty()) {
            throw new InvalidInput("actingAs", "must be one of " + Word.choices(AdminRole.class));
        }
        if (!owner.word().equals(actingAs)) {
            throw new NotAllowed("This step is answered by the " + owner.word() + ", not by the " + actingAs + ".");
        }
    }
}
