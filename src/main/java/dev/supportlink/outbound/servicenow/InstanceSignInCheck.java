package dev.supportlink.outbound.servicenow;

import dev.supportlink.verification.CheckRun;
import dev.supportlink.verification.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether the instance signs us in now; behind the gate, so a refused credential is not tried again. */
@ApplicationScoped
public class InstanceSignInCheck extends InstanceCheck {

    @Inject
    InstanceSessions sessions;

    @Override
    public String id() {
        return "instance-sign-in";
    }

    @Override
    Outcome look(CheckRun run, InstanceAccount account) {
        sessions.prove(run.connection());
        return Outcome.passed("The instance signed " + account.userName() + " in.");
    }
}
