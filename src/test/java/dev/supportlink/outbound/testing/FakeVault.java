package dev.supportlink.outbound.testing;

import dev.supportlink.platform.text.Ids;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretState;
import dev.supportlink.secret.SecretVault;
import dev.supportlink.secret.SecretVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps current secrets in memory, bound to their targets as the real vault does. */
@ApplicationScoped
public class FakeVault implements SecretVault {

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(String target, Secret value, SecretVersion version) {}

    @Override
    public SecretVersion store(String connectionId, SecretKind kind, String target, Secret value, Instant expiresAt) {
        SecretVersion version = new SecretVersion(Ids.next(), SecretState.CURRENT, "", Instant.EPOCH, expiresAt, null);
        kept.put(connectionId + kind, new Kept(target, value, version));
        return version;
    }

    @Override
    public Optional<Secret> open(String connectionId, SecretKind kind, String target) {
        return Optional.ofNullable(kept.get(connectionId + kind))
                .filter(each -> each.target().equals(target))
                .map(Kept::value);
    }

    @Override
    public Optional<SecretVersion> current(String connectionId, SecretKind kind) {
        return Optional.ofNullable(kept.get(connectionId + kind)).map(Kept::version);
    }

    @Override
    public List<SecretVersion> versions(String connectionId, SecretKind kind) {
        return current(connectionId, kind).stream().toList();
    }

    @Override
    public void discard(String connectionId, SecretKind kind, SecretState endState) {
        kept.remove(connectionId + kind);
    }
}
