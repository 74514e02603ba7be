package dev.supportlink.inbound;

import dev.supportlink.secret.KeyedHash;
import dev.supportlink.secret.SecretState;
import dev.supportlink.secret.SecretVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Identities in memory; counts reads, to compare the work of two requests. */
final class InMemoryIdentities implements IdentityRepository {

    private record Value(String connectionId, InboundSecret which, KeyedHash hash, SecretVersion version) {

        private Value with(SecretState state, @Nullable Instant lastUsedAt) {
            SecretVersion changed = new SecretVersion(
                    version.id(), state, version.hint(), version.createdAt(), version.expiresAt(), lastUsedAt);
            return new Value(connectionId, which, hash, changed);
        }

        private boolean live() {
            return version.state() != SecretState.REMOVED;
        }
    }

    private final Map<String, InboundIdentity> identities = new HashMap<>();
    private final Map<String, Instant> calls = new HashMap<>();
    private final List<Value> values = new ArrayList<>();
    /** Connections that are set up otherwise than for tokens of our own. */
    final Set<String> closed = new HashSet<>();

    private int reads;
    int useWrites;
    boolean replacedMeanwhile;

    int readsSoFar() {
        return reads;
    }

    @Override
    public Optional<InboundIdentity> find(String connectionId) {
        return Optional.ofNullable(identities.get(connectionId));
    }

    @Override
    public Optional<KnownClient> findClient(String clientId) {
        reads++;
        return identities.values().stream()
                .filter(identity -> identity.clientId().equals(clientId))
                .findFirst()
                .map(identity -> new KnownClient(identity, liveValues(identity.connectionId()), isOpen(identity)));
    }

    /** Whether tokens of this generation are good at the connection. */
    boolean accepts(String connectionId, long generation) {
        return ofGeneration(connectionId, generation) && isOpen(identities.get(connectionId));
    }

    /** Whether this is the connection's present generation. */
    boolean ofGeneration(String connectionId, long generation) {
        InboundIdentity identity = identities.get(connectionId);
        return identity != null && identity.generation() == generation;
    }

    private boolean isOpen(InboundIdentity identity) {
        return !closed.contains(identity.connectionId());
    }

    @Override
    public Optional<String> connectionOfUser(String userName) {
        reads++;
        return identities.values().stream()
                .filter(identity -> identity.userName().equals(userName))
                .map(InboundIdentity::connectionId)
                .findFirst();
    }

    void forget(String connectionId) {
        identities.remove(connectionId);
    }

    @Override
    public void add(InboundIdentity identity, Instant at) {
        identities.put(identity.connectionId(), identity);
    }

    @Override
    public boolean lock(String connectionId) {
        return identities.containsKey(connectionId);
    }

    @Override
    public void saveTerms(String connectionId, ClientTerms terms) {
        identities.computeIfPresent(
                connectionId,
                (id, old) -> new InboundIdentity(
                        id, old.clientId(), old.userName(), terms, old.revision() + 1, old.generation()));
    }

    @Override
    public boolean raiseGeneration(String connectionId) {
        return identities.computeIfPresent(
                        connectionId,
                        (id, old) -> new InboundIdentity(
                                id, old.clientId(), old.userName(), old.terms(), old.revision(), old.generation() + 1))
                != null;
    }

    private List<LiveValue> liveValues(String connectionId) {
        return values.stream()
                .filter(value -> value.connectionId().equals(connectionId) && value.live())
                .map(value -> new LiveValue(
                        value.version().id(),
                        value.which(),
                        value.hash(),
                        value.version().lastUsedAt()))
                .toList();
    }

    @Override
    public List<SecretVersion> versions(String connectionId, InboundSecret which) {
        List<SecretVersion> versions = new ArrayList<>();
        values.stream()
                .filter(value -> value.connectionId().equals(connectionId) && value.which() == which)
                .forEach(value -> versions.add(0, value.version()));
        return versions;
    }

    @Override
    public void addValue(String connectionId, SecretVersion version, InboundSecret which, KeyedHash hash) {
        values.add(new Value(connectionId, which, hash, version));
    }

    @Override
    public boolean dropUnused(String versionId) {
        return replace(versionId, value -> value.version().lastUsedAt() == null, SecretState.REMOVED, null);
    }

    @Override
    public void removeValues(String connectionId) {
        values.replaceAll(value -> value.connectionId().equals(connectionId) && value.live()
                ? value.with(SecretState.REMOVED, value.version().lastUsedAt())
                : value);
    }

    @Override
    public void retire(String versionId) {
        values.replaceAll(value -> value.version().id().equals(versionId)
                ? value.with(SecretState.RETIRING, value.version().lastUsedAt())
                : value);
    }

    @Override
    public boolean noteFirstUse(String versionId, Instant at) {
        return !replacedMeanwhile && replace(versionId, Value::live, null, at);
    }

    @Override
    public void noteUse(String versionId, Instant at) {
        useWrites++;
        replace(versionId, value -> true, null, at);
    }

    @Override
    public Optional<Instant> lastCallAt(String connectionId) {
        return Optional.ofNullable(calls.get(connectionId));
    }

    @Override
    public void noteCall(String connectionId, Instant at) {
        useWrites++;
        calls.put(connectionId, at);
    }

    private boolean replace(
            String versionId, Predicate<Value> condition, @Nullable SecretState state, @Nullable Instant usedAt) {
        for (int index = 0; index < values.size(); index++) {
            Value value = values.get(index);
            if (value.version().id().equals(versionId) && condition.test(value)) {
                values.set(index, value.with(state == null ? value.version().state() : state, usedAt));
                return true;
            }
        }
        return false;
    }
}
