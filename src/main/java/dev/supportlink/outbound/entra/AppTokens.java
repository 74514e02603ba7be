package dev.supportlink.outbound.entra;

import dev.supportlink.connection.Connection;
import dev.supportlink.outbound.http.SingleFlight;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretVault;
import dev.supportlink.secret.SecretVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps one token per connection until shortly before it ends. A token is forgotten as soon as tenant, client ID or
 * secret are no longer those it was fetched with; however many threads ask, one request is on its way per connection.
 */
@ApplicationScoped
public class AppTokens {

    @Inject
    TokenRequests requests;

    @Inject
    SecretVault vault;

    @Inject
    Clock clock;

    private final Map<String, Kept> tokens = new ConcurrentHashMap<>();
    private final SingleFlight<Origin, AppToken> flights = new SingleFlight<>();
    private final SingleFlight<Origin, AppToken> proofs = new SingleFlight<>();

    /** What a token was fetched with; the secret by the id of its version. */
    private record Origin(String connectionId, TokenRequests.Application application, String secretVersion) {}

    private record Kept(Origin origin, AppToken token) {}

    /** A token for Graph, from memory where there is one. */
    public AppToken token(Connection connection) {
        Origin origin = origin(connection);
        // Who comes just after a request has ended finds its token.
        return kept(origin)
                .orElseGet(() -> flights.get(origin, () -> kept(origin).orElseGet(() -> fetch(origin))));
    }

    /** A token other than this one, which Graph no longer took. */
    public AppToken replace(Connection connection, AppToken refused) {
        Origin origin = origin(connection);
        return flights.get(
                origin,
                () -> kept(origin).filter(token -> !token.equals(refused)).orElseGet(() -> fetch(origin)));
    }

    /** A token that was fetched now, to see whether the credential works. */
    public AppToken fresh(Connection connection) {
        Origin origin = origin(connection);
        return proofs.get(origin, () -> fetch(origin));
    }

    private Optional<AppToken> kept(Origin origin) {
        return Optional.ofNullable(tokens.get(origin.connectionId()))
                .filter(kept -> kept.origin().equals(origin))
                .map(Kept::token)
                .filter(token -> token.bearer().usableAt(clock.instant()));
    }

    private AppToken fetch(Origin origin) {
        String target = requests.target(origin.application().tenant());
        AppToken token = vault.open(origin.connectionId(), SecretKind.OUTBOUND_CLIENT_SECRET, target)
                .map(secret -> requests.token(origin.application(), secret))
                .orElseThrow(MissingApplication::secret);
        tokens.values().removeIf(kept -> !kept.token().bearer().usableAt(clock.instant()));
        tokens.put(origin.connectionId(), new Kept(origin, token));
        return token;
    }

    private Origin origin(Connection connection) {
        TokenRequests.Application application = TokenRequests.Application.of(connection);
        String version = vault.current(connection.id(), SecretKind.OUTBOUND_CLIENT_SECRET)
                .map(SecretVersion::id)
                .orElseThrow(MissingApplication::secret);
        return new Origin(connection.id(), application, version);
    }
}
