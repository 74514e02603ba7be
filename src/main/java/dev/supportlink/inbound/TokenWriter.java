package dev.supportlink.inbound;

import dev.supportlink.connection.ConnectionRemoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stores the tokens of grants. Those of one client that come at the same moment are committed together, because a commit
 * costs several times what a token does; never those of two, so that no client waits for what locks another's rows.
 */
@ApplicationScoped
public class TokenWriter {

    @Inject
    TokenRepository tokens;

    @Inject
    TokenTransaction transaction;

    private final Map<String, Grouping<IssuedTokens, Boolean>> clients = new ConcurrentHashMap<>();

    /** False, and nothing is stored, when a value that nobody had used before was dropped meanwhile. */
    boolean write(List<StoredToken> issued, List<LiveValue> presented, Instant at) {
        return presented.stream().allMatch(LiveValue::wasUsed)
                ? store(new IssuedTokens(issued, null))
                : transaction.write(issued, presented, at);
    }

    /** False, and nothing is stored, when the refresh token was ended or used meanwhile. */
    boolean renew(StoredToken access, TokenHash refreshedBy) {
        return store(new IssuedTokens(List.of(access), refreshedBy));
    }

    void whenConnectionGoes(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConnectionRemoved removal) {
        clients.remove(removal.connection().id());
    }

    private boolean store(IssuedTokens issued) {
        String connectionId = issued.tokens().get(0).connectionId();
        return clients.computeIfAbsent(connectionId, id -> new Grouping<>(tokens::addTogether))
                .done(issued);
    }
}
