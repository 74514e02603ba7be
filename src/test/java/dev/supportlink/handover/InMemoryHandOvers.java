package dev.supportlink.handover;

import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.secret.KeyedHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hand-overs and their sessions in memory, as one thread sees the stored ones. */
public final class InMemoryHandOvers implements HandOverRepository, HandOverSessionRepository {

    private record Session(KeyedHash value, Instant expiresAt) {}

    private final Map<String, HandOver> byId = new LinkedHashMap<>();
    private final Map<KeyedHash, String> byToken = new LinkedHashMap<>();
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    @Override
    public void add(HandOver handOver, KeyedHash token) {
        byId.put(handOver.id(), handOver);
        byToken.put(token, handOver.id());
    }

    @Override
    public Optional<HandOver> find(String connectionId, String id) {
        return Optional.ofNullable(byId.get(id))
                .filter(found -> found.connectionId().equals(connectionId));
    }

    @Override
    public Optional<HandOver> lockByToken(List<KeyedHash> candidates) {
        return candidates.stream()
                .filter(byToken::containsKey)
                .findFirst()
                .map(byToken::get)
                .map(byId::get);
    }

    @Override
    public Slice<HandOver> list(String connectionId, PageRequest page) {
        return new Slice<>(of(connectionId).limit(page.limit()).toList(), null);
    }

    @Override
    public List<HandOver> alive(String connectionId, Instant now) {
        return of(connectionId).filter(found -> found.aliveAt(now)).toList();
    }

    @Override
    public boolean knowsBrowser(List<KeyedHash> candidates) {
        return byId.values().stream()
                .map(HandOver::firstUse)
                .anyMatch(use -> use != null && candidates.contains(use.browser()));
    }

    @Override
    public boolean bind(String id, HandOver.FirstUse use) {
        HandOver now = get(id);
        if (now.firstUse() != null || now.revokedAt() != null) {
            return false;
        }
        change(id, old -> copy(old, use, old.refused(), old.finishedAt(), old.revokedAt()));
        return true;
    }

    @Override
    public void recordRefusal(String id, Instant at, String from) {
        change(id, old -> {
            HandOver.Refused before = old.refused();
            int trades = before == null ? 0 : before.trades();
            HandOver.Refused after = new HandOver.Refused(trades + 1, at, from);
            return copy(old, old.firstUse(), after, old.finishedAt(), old.revokedAt());
        });
    }

    @Override
    public void recordFinish(String id, @Nullable Instant at) {
        change(id, old -> copy(old, old.firstUse(), old.refused(), at, old.revokedAt()));
    }

    @Override
    public boolean revoke(String id, Instant at) {
        if (get(id).revokedAt() != null) {
            return false;
        }
        change(id, old -> copy(old, old.firstUse(), old.refused(), old.finishedAt(), at));
        return true;
    }

    @Override
    public int removeEnded(Instant limit, int most) {
        List<String> ended = ended(limit).limit(most).toList();
        ended.forEach(id -> {
            byId.remove(id);
            sessions.remove(id);
        });
        return ended.size();
    }

    @Override
    public boolean anyEnded(Instant limit) {
        return ended(limit).findFirst().isPresent();
    }

    @Override
    public void replace(String handOverId, KeyedHash value, Instant now, Instant expiresAt) {
        sessions.put(handOverId, new Session(value, expiresAt));
    }

    @Override
    public Optional<HandOver> find(List<KeyedHash> candidates, Instant now) {
        return sessions.entrySet().stream()
                .filter(session -> candidates.contains(session.getValue().value()))
                .filter(session -> now.isBefore(session.getValue().expiresAt()))
                .map(session -> get(session.getKey()))
                .filter(found -> found.aliveAt(now))
                .findFirst();
    }

    @Override
    public boolean end(String handOverId) {
        return sessions.remove(handOverId) != null;
    }

    HandOver get(String id) {
        return Optional.ofNullable(byId.get(id)).orElseThrow();
    }

    private Stream<HandOver> of(String connectionId) {
        return byId.values().stream()
                .filter(found -> found.connectionId().equals(connectionId))
                .sorted(Comparator.comparing(HandOver::createdAt).reversed());
    }

    private Stream<String> ended(Instant limit) {
        return new ArrayList<>(byId.values())
                .stream()
                        .filter(found -> !found.aliveAt(limit)
                                && (found.revokedAt() == null
                                        || !found.revokedAt().isAfter(limit)
                                        || !limit.isBefore(found.expiresAt())))
                        .map(HandOver::id);
    }

    private void change(String id, UnaryOperator<HandOver> change) {
        byId.computeIfPresent(id, (same, old) -> change.apply(old));
    }

    private static HandOver copy(
            HandOver of,
            HandOver.@Nullable FirstUse use,
            HandOver.@Nullable Refused refused,
            @Nullable Instant finishedAt,
            @Nullable Instant revokedAt) {
        return new HandOver(
                of.id(),
                of.revision() + 1,
                of.connectionId(),
                of.role(),
                of.createdAt(),
                of.createdBy(),
                of.expiresAt(),
                use,
                refused,
                finishedAt,
                revokedAt);
    }
}
