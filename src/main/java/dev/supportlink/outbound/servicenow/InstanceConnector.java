package dev.supportlink.outbound.servicenow;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.InstanceGate;
import dev.supportlink.outbound.http.Calls;
import dev.supportlink.outbound.http.Target;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.secret.Secret;
import dev.supportlink.setup.InstanceTrial;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Set;

/** Tries instances and typed credentials for the set-up. */
@ApplicationScoped
public class InstanceConnector implements InstanceTrial {

    // An instance refuses a request without credentials; each of these shows that somebody answers.
    private static final Set<UpstreamException.Kind> ANSWERED = Set.of(
            UpstreamException.Kind.UNAUTHENTICATED,
            UpstreamException.Kind.FORBIDDEN,
            UpstreamException.Kind.NOT_FOUND,
            UpstreamException.Kind.THROTTLED);

    @Inject
    Calls calls;

    @Inject
    InstanceCalls instances;

    @Inject
    InstanceSessions sessions;

    @Inject
    SignIn signIn;

    @Inject
    TokenMethod tokens;

    @Inject
    InstanceGate gate;

    @Override
    public void reach(URI instanceUrl) {
        Target target = new Target("instance", instanceUrl);
        try {
            calls.once(target, () -> instances.client(target).list(null, "incident", "", "sys_id", 1, false));
        } catch (UpstreamException failure) {
            if (!ANSWERED.contains(failure.kind())) {
                throw failure;
            }
        }
    }

    /** A typed value is tried whatever the gate says: the person at the keyboard may just have mended the password. */
    @Override
    public void signIn(Instance instance, Secret clientSecret, Secret password) {
        InstanceAccount account = InstanceAccount.of(instance);
        signIn.attempt(account, clientSecret, password);
        gate.open(account.origin(), account.userName());
    }

    @Override
    public void signInByToken(Connection connection) {
        InstanceAccount account = InstanceAccount.of(connection);
        tokens.prepare(connection, account).make();
        gate.open(account.origin(), account.userName());
    }

    @Override
    public void forget(Connection connection) {
        sessions.forget(connection.id());
    }
}
