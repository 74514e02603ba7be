package dev.supportlink.outbound.servicenow;

import dev.supportlink.connection.Connection;
import dev.supportlink.incident.RemoteIncident;
import dev.supportlink.outbound.http.BearerToken;
import dev.supportlink.outbound.http.Calls;
import dev.supportlink.outbound.http.RestClients;
import dev.supportlink.outbound.http.Target;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calls the Table API with the connection's session; a refused session is renewed once. */
@ApplicationScoped
class InstanceCalls {

    @Inject
    RestClients clients;

    @Inject
    Calls calls;

    @Inject
    InstanceSessions sessions;

    @Inject
    Clock clock;

    /** A request with its Authorization header. */
    interface Request extends BiFunction<InstanceClient, String, JsonObject> {}

    /** A request that changes nothing and may be repeated. */
    JsonObject read(Connection connection, Request request) {
        Target target = target(connection);
        return withSession(connection, bearer -> calls.repeatable(target, send(target, bearer, request)));
    }

    /** A request that changes something: sent once, since a lost answer does not mean that nothing happened. */
    RemoteIncident write(Connection connection, Request request) {
        Target target = target(connection);
        try {
            return IncidentTranslator.incident(
                    withSession(connection, bearer -> calls.once(target, send(target, bearer, request))));
        } catch (UpstreamException failure) {
            throw failure.kind() == Kind.MALFORMED ? lost(failure) : failure;
        }
    }

    InstanceClient client(Target target) {
        return clients.client(InstanceClient.class, target, new InstanceErrors(clock));
    }

    private JsonObject withSession(Connection connection, Function<BearerToken, JsonObject> sender) {
        Optional<BearerToken> present = sessions.present(connection);
        if (present.isEmpty()) {
            return sender.apply(sessions.begin(connection));
        }
        try {
            return sender.apply(present.get());
        } catch (UpstreamException failure) {
            if (failure.kind() != Kind.UNAUTHENTICATED) {
                throw failure;
            }
            return sender.apply(sessions.replace(connection, present.get()));
        }
    }

    private Supplier<JsonObject> send(Target target, BearerToken bearer, Request request) {
        String authorization = bearer.headerFor(target.baseUrl());
        return () -> request.apply(client(target), authorization);
    }

    /** An answer that cannot be read says as little about the change as none. */
    private static UpstreamException lost(UpstreamException unreadable) {
        return new UpstreamException(
                unreadable.system(),
                Kind.UNAVAILABLE,
                unreadable.code().orElse("malformed"),
                String.valueOf(unreadable.getMessage()));
    }

    private static Target target(Connection connection) {
        return new Target("instance", InstanceAccount.instance(connection).url());
    }
}
