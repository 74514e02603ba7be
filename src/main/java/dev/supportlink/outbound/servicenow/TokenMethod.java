package dev.supportlink.outbound.servicenow;

import dev.supportlink.connection.Connection;
import dev.supportlink.outbound.entra.RestUserTokens;
import dev.supportlink.outbound.http.BearerToken;
import dev.supportlink.outbound.http.Calls;
import dev.supportlink.outbound.http.RestClients;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretVault;
import dev.supportlink.secret.SecretVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * A token of the REST user application. Entra ID issues it without asking the instance, so one read at the instance is the
 * sign-in: only there it turns out whether provider and user fit.
 */
@ApplicationScoped
class TokenMethod implements SignInMethod {

    private static final String REFUSED = "instance-token-refused";

    @Inject
    RestUserTokens tokens;

    @Inject
    SecretVault vault;

    @Inject
    RestClients clients;

    @Inject
    Calls calls;

    @Inject
    Clock clock;

    @Override
    public List<String> secretVersions(Connection connection) {
        return vault.current(connection.id(), SecretKind.REST_USER_CLIENT_SECRET).map(SecretVersion::id).stream()
                .toList();
    }

    @Override
    public Attempt prepare(Connection connection, InstanceAccount account) {
        BearerToken bearer = tokens.fetch(connection).boundTo(account.url());
        return () -> tried(account, bearer);
    }

    @Override
    public String refusal() {
        return REFUSED;
    }

    private BearerToken tried(InstanceAccount account, BearerToken bearer) {
        try {
            read(account, bearer);
        } catch (UpstreamException failure) {
            // The user is known; what it may read is another question.
            if (failure.kind() == Kind.UNAUTHENTICATED) {
                throw new UpstreamException(
                        "instance", Kind.UNAUTHENTICATED, REFUSED, "The instance refused the token.");
            } else if (failure.kind() != Kind.FORBIDDEN) {
                throw failure;
            }
        }
        return bearer;
    }

    private void read(InstanceAccount account, BearerToken bearer) {
        InstanceClient client = clients.client(InstanceClient.class, account.target(), new InstanceErrors(clock));
        String authorization = bearer.headerFor(account.url());
        calls.once(account.target(), () -> client.list(authorization, "incident", "", "sys_id", 1, false));
    }
}
