package dev.supportlink.inbound;

import dev.supportlink.secret.KeyedHash;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tokens in memory. */
final class InMemoryTokens implements TokenRepository {

    final Map<KeyedHash, StoredToken> tokens = new LinkedHashMap<>();
    int batches;

    @Override
    public void add(StoredToken token) {
        tokens.put(token.hash(), token);
    }

    @Override
    public Optional<StoredToken> find(List<KeyedHash> candidates) {
        return candidates.stream().filter(tokens::containsKey).map(tokens::get).findFirst();
    }

    @Override
    public boolean hold(StoredToken token) {
        return tokens.containsKey(token.hash());
    }

    @Override
    public void remove(StoredToken token) {
        tokens.remove(token.hash());
    }

    @Override
    public void removeFamily(String family) {
        tokens.values().removeIf(token -> token.family().equals(family));
    }

    @Override
    public int removeExpired(Instant time, int most) {
        batches++;
        List<KeyedHash> expired = tokens.values().stream()
                .filter(token -> !token.expiresAt().isAfter(time))
                .limit(most)
                .map(StoredToken::hash)
                .toList();
        expired.forEach(tokens::remove);
        return expired.size();
    }
}
