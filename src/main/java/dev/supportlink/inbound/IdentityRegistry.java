package dev.supportlink.inbound;

import dev.supportlink.platform.text.Ids;
import dev.supportlink.secret.KeyedHasher;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretState;
import dev.supportlink.secret.SecretVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes inbound clients, integration users and their values. */
@ApplicationScoped
@Transactional
public class IdentityRegistry implements InboundIdentities {

    private static final int HINT_LENGTH = 3;
    private static final int USER_SUFFIX_LENGTH = 8;

    @Inject
    IdentityRepository identities;

    @Inject
    KeyedHasher hasher;

    @Inject
    Clock clock;

    @Override
    public InboundIdentity prepare(String connectionId) {
        return identities.find(connectionId).orElseGet(() -> add(connectionId));
    }

    @Override
    public Optional<InboundIdentity> find(String connectionId) {
        return identities.find(connectionId);
    }

    @Override
    public Secret makeValue(String connectionId, InboundSecret which) {
        if (!identities.lock(connectionId)) {
            throw new IllegalStateException("The connection " + connectionId + " has no inbound identity");
        }
        makeRoom(connectionId, which);
        Secret value = Secret.generate();
        String hint = value.reveal().substring(0, HINT_LENGTH);
        SecretVersion version = new SecretVersion(Ids.next(), SecretState.CURRENT, hint, clock.instant(), null, null);
        identities.addValue(connectionId, version, which, hasher.hash(which.word(), value));
        return value;
    }

    @Override
    public List<SecretVersion> versions(String connectionId, InboundSecret which) {
        return identities.versions(connectionId, which);
    }

    @Override
    public Optional<Instant> lastCallAt(String connectionId) {
        return identities.lastCallAt(connectionId);
    }

    private void makeRoom(String connectionId, InboundSecret which) {
        List<SecretVersion> versions = identities.versions(connectionId, which);
        boolean oneRetires = versions.stream().anyMatch(version -> version.state() == SecretState.RETIRING);
        versions.stream()
                .filter(version -> version.state() == SecretState.CURRENT)
                .forEach(current -> makeRoom(current, which, oneRetires));
    }

    private void makeRoom(SecretVersion current, InboundSecret which, boolean oneRetires) {
        if (identities.dropUnused(current.id())) {
            return;
        }
        if (oneRetires) {
            throw new TwoLiveValues(which);
        }
        identities.retire(current.id());
    }

    private InboundIdentity add(String connectionId) {
        InboundIdentity identity = InboundIdentity.named(connectionId, Ids.next(), freeUserName());
        identities.add(identity, clock.instant());
        return identity;
    }

    private String freeUserName() {
        String name = "supportlink-" + Ids.next().substring(0, USER_SUFFIX_LENGTH);
        return identities.connectionOfUser(name).isEmpty() ? name : freeUserName();
    }
}
