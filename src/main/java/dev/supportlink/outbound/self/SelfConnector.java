package dev.supportlink.outbound.self;

import dev.supportlink.connection.Connection;
import dev.supportlink.inbound.ProbeCaller;
import dev.supportlink.inbound.ProbeCredentials;
import dev.supportlink.outbound.entra.RestUserTokens;
import dev.supportlink.outbound.http.Calls;
import dev.supportlink.outbound.http.JsonFields;
import dev.supportlink.outbound.http.RestClients;
import dev.supportlink.outbound.http.Target;
import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Form;
import java.time.Clock;
import java.util.function.Function;

/** Plays a caller against the public URL. Nothing is repeated: the probe's values work once. */
@ApplicationScoped
public class SelfConnector implements ProbeCaller {

    @Inject
    RestClients clients;

    @Inject
    Calls calls;

    @Inject
    OwnAddress rule;

    @Inject
    ServerSettings server;

    @Inject
    RestUserTokens applications;

    @Inject
    Clock clock;

    @Override
    public void signInReadAndRevoke(ProbeCredentials credentials) {
        String pass = credentials.pass().reveal();
        Secret token = token(call(client -> client.token(pass, passwordGrant(credentials))));
        try {
            read(pass, token);
        } catch (UpstreamException failure) {
            revokeAfter(failure, pass, token);
            throw failure;
        }
        revoke(pass, token);
    }

    @Override
    public void readAsApplication(Connection connection, Secret pass) {
        Secret token = applications.fetch(connection).value();
        try {
            read(pass.reveal(), token);
        } catch (UpstreamException failure) {
            throw failure.kind() == Kind.UNAUTHENTICATED ? tokenRefused() : failure;
        }
    }

    private static UpstreamException tokenRefused() {
        return new UpstreamException(
                "self", Kind.UNAUTHENTICATED, "probe-token-refused", "The public URL refused a token of Entra ID.");
    }

    private void revokeAfter(UpstreamException failure, String pass, Secret token) {
        try {
            revoke(pass, token);
        } catch (UpstreamException second) {
            failure.addSuppressed(second);
        }
    }

    private void read(String pass, Secret token) {
        JsonObject answer = call(client -> client.incidents(pass, "Bearer " + token.reveal(), 1));
        if (!(answer.get("result") instanceof JsonArray)) {
            throw malformed("The list of incidents has no result.");
        }
    }

    private void revoke(String pass, Secret token) {
        call(client -> {
            client.revoke(pass, new Form("token", token.reveal()));
            return true;
        });
    }

    private <T> T call(Function<SelfClient, T> request) {
        Target target = new Target("self", server.publicUrl());
        SelfClient client = clients.client(SelfClient.class, target, new SelfErrors(clock), rule);
        return calls.once(target, () -> request.apply(client));
    }

    private static Form passwordGrant(ProbeCredentials credentials) {
        return new Form("grant_type", "password")
                .param("client_id", credentials.clientId())
                .param("client_secret", credentials.clientSecret().reveal())
                .param("username", credentials.userName())
                .param("password", credentials.password().reveal());
    }

    private static Secret token(JsonObject answer) {
        return JsonFields.text(answer, "access_token")
                .map(Secret::of)
                .orElseThrow(() -> malformed("The token answer lacks access_token."));
    }

    private static UpstreamException malformed(String message) {
        return new UpstreamException("self", Kind.MALFORMED, null, message);
    }
}
