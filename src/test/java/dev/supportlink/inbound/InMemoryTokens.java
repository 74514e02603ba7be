package dev.supportlink.inbound;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tokens in memory, also for the purge; counts reads, to compare the work of two requests. */
final class InMemoryTokens implements TokenRepository, LeftoverRepository {

    final Map<TokenHash, StoredToken> tokens = new LinkedHashMap<>();
    private final InMemoryIdentities identities;
    private Runnable meanwhile = () -> {};
    private int reads;

    InMemoryTokens(InMemoryIdentities identities) {
        this.identities = identities;
    }

    int readsSoFar() {
        return reads;
    }

    /** Lets something happen between the proof of a client and the moment its token is stored. */
    void beforeNextAdd(Runnable work) {
        meanwhile = work;
    }

    @Override
    public void add(List<StoredToken> issued) {
        Runnable work = meanwhile;
        meanwhile = () -> {};
        work.run();
        issued.forEach(token -> tokens.put(token.hash(), token));
    }

    @Override
    public List<Boolean> addTogether(List<IssuedTokens> grants) {
        return grants.stream().map(this::added).toList();
    }

    private boolean added(IssuedTokens grant) {
        Runnable work = meanwhile;
        meanwhile = () -> {};
        work.run();
        StoredToken refresh = tokens.get(grant.refreshedBy());
        boolean good = grant.refreshedBy() == null || (refresh != null && refresh.usedAt() == null);
        if (good) {
            add(grant.tokens());
        }
        return good;
    }

    @Override
    public Optional<StoredToken> find(List<TokenHash> candidates) {
        reads++;
        return candidates.stream().filter(tokens::containsKey).map(tokens::get).findFirst();
    }

    @Override
    public Optional<StoredToken> findAccepted(List<TokenHash> candidates) {
        return find(candidates).filter(token -> identities.accepts(token.connectionId(), token.generation()));
    }

    @Override
    public Optional<StoredToken> hold(List<TokenHash> candidates) {
        return find(candidates);
    }

    @Override
    public void markUsed(StoredToken token, Instant at) {
        StoredToken used = new StoredToken(
                token.hash(),
                token.kind(),
                token.connectionId(),
                token.userName(),
                token.family(),
                token.generation(),
                token.readOnly(),
                token.issuedAt(),
                token.expiresAt(),
                at);
        tokens.put(used.hash(), used);
    }

    @Override
    public void remove(StoredToken token) {
        tokens.remove(token.hash());
    }

    @Override
    public int removeFamily(String connectionId, String family) {
        int before = tokens.size();
        tokens.values().removeIf(token -> token.family().equals(family));
        return before - tokens.size();
    }

    @Override
    public Optional<Leftovers> next(Leftovers.Kind kind, String behind, Instant now, int most) {
        List<String> hashes = tokens.values().stream()
                .filter(token -> isLeft(kind, token, now))
                .map(token -> token.hash().text())
                .sorted()
                .filter(hash -> hash.compareTo(behind) > 0)
                .limit(most)
                .toList();
        return hashes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Leftovers(kind, hashes, hashes.get(hashes.size() - 1)));
    }

    @Override
    public int remove(Leftovers leftovers) {
        int before = tokens.size();
        tokens.keySet().removeIf(hash -> leftovers.ids().contains(hash.text()));
        return before - tokens.size();
    }

    @Override
    public boolean any(Instant now) {
        return new Purge(this, now).next().isPresent();
    }

    private boolean isLeft(Leftovers.Kind kind, StoredToken token, Instant now) {
        return switch (kind) {
            case EXPIRED_TOKENS -> !token.expiresAt().isAfter(now);
            case REVOKED_TOKENS -> !identities.ofGeneration(token.connectionId(), token.generation());
            case EXPIRED_PROBES -> false;
        };
    }
}
