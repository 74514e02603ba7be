package dev.supportlink.outbound.servicenow;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.InstanceGate;
import dev.supportlink.connection.SetupType;
import dev.supportlink.outbound.http.BearerToken;
import dev.supportlink.outbound.http.SingleFlight;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps one bearer token per connection, and signs in behind the gate: a refused credential is never tried again until a
 * person enters another one. A token is forgotten as soon as the credential or the instance it belongs to is another.
 */
@ApplicationScoped
class InstanceSessions {

    @Inject
    PasswordMethod passwords;

    @Inject
    TokenMethod tokens;

    @Inject
    InstanceGate gate;

    @Inject
    Clock clock;

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final SingleFlight<Credential, BearerToken> flights = new SingleFlight<>();
    private final SingleFlight<Credential, BearerToken> proofs = new SingleFlight<>();
    private final Map<String, Object> doors = new ConcurrentHashMap<>();

    /** What a session was begun with; the secrets by the ids of their versions. */
    private record Credential(String connectionId, InstanceAccount account, List<String> secretVersions) {}

    private record Kept(Credential credential, BearerToken bearer) {}

    /** The token in memory that is still good. */
    Optional<BearerToken> present(Connection connection) {
        return present(credential(connection));
    }

    /** A token where there was none; threads that ask at the same time share one sign-in. */
    BearerToken begin(Connection connection) {
        Credential credential = credential(connection);
        // Who comes just after a sign-in has ended finds its token.
        return flights.get(credential, () -> present(credential).orElseGet(() -> knock(connection, credential)));
    }

    /** A token other than this one, which the instance no longer took. */
    BearerToken replace(Connection connection, BearerToken refused) {
        Credential credential = credential(connection);
        return flights.get(
                credential,
                () -> present(credential)
                        .filter(bearer -> !bearer.equals(refused))
                        .orElseGet(() -> knock(connection, credential)));
    }

    /** Signs in although there may be a token, to see whether the credential works. */
    void prove(Connection connection) {
        Credential credential = credential(connection);
        proofs.get(credential, () -> knock(connection, credential));
    }

    void forget(String connectionId) {
        kept.remove(connectionId);
    }

    private Optional<BearerToken> present(Credential credential) {
        return Optional.ofNullable(kept.get(credential.connectionId()))
                .filter(session -> session.credential().equals(credential))
                .map(Kept::bearer)
                .filter(bearer -> bearer.usableAt(clock.instant()));
    }

    // Two connections may use the same user: one at a time, so that the second sees the gate the first one closed.
    private BearerToken knock(Connection connection, Credential credential) {
        InstanceAccount account = credential.account();
        Object door = doors.computeIfAbsent(account.origin() + "|" + account.userName(), absent -> new Object());
        synchronized (door) {
            SignInMethod method = method(connection);
            gate.closedSince(account.origin(), account.userName()).ifPresent(since -> {
                throw new CredentialRefused(method.refusal(), since);
            });
            BearerToken bearer = enter(account, method.prepare(connection, account));
            kept.put(credential.connectionId(), new Kept(credential, bearer));
            return bearer;
        }
    }

    private BearerToken enter(InstanceAccount account, SignInMethod.Attempt attempt) {
        try {
            return attempt.make();
        } catch (UpstreamException failure) {
            if (failure.kind() == Kind.UNAUTHENTICATED) {
                gate.close(account.origin(), account.userName(), clock.instant());
            }
            throw failure;
        }
    }

    private Credential credential(Connection connection) {
        InstanceAccount account = InstanceAccount.of(connection);
        return new Credential(connection.id(), account, method(connection).secretVersions(connection));
    }

    private SignInMethod method(Connection connection) {
        return connection.setupType() == SetupType.ENTRA ? tokens : passwords;
    }
}
