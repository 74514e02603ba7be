package dev.supportlink.inbound;

import dev.supportlink.inbound.TokenDecision.Granted;
import dev.supportlink.secret.KeyedHash;
import dev.supportlink.secret.KeyedHasher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The password grant. RFC 9700 forbids it for people; here it is for integration users only, whose passwords are 256
 * random bits.
 */
@ApplicationScoped
public class PasswordSignIn {

    @Inject
    IdentityRepository identities;

    @Inject
    TokenMint mint;

    @Inject
    TokenWriter writer;

    @Inject
    UseRecorder uses;

    @Inject
    KeyedHasher hasher;

    @Inject
    Clock clock;

    Granted signIn(ProvenClient.Real client, TokenGrant.Password grant) {
        LiveValue password = prove(client, grant);
        Instant now = clock.instant();
        String family = mint.family(now);
        NewToken access = mint.access(client.identity(), family, now);
        NewToken refresh = mint.refresh(client.identity(), family, now);
        List<LiveValue> presented = List.of(client.presented(), password);
        if (!writer.write(List.of(access.stored(), refresh.stored()), presented, now)) {
            throw new SignInRefused(RefusalReason.VALUE_REPLACED, client.connectionId());
        }
        uses.record(client.connectionId(), presented);
        return new Granted(access.value(), refresh.value(), client.identity().accessTokenLifespan());
    }

    /** The look for the user name's owner serves the audit trail only; it is made for every refusal alike. */
    private LiveValue prove(ProvenClient.Real client, TokenGrant.Password grant) {
        InboundSecret which = InboundSecret.INTEGRATION_USER_PASSWORD;
        List<KeyedHash> hashes = hasher.candidates(which.word(), grant.password());
        Optional<LiveValue> right = client.password(hashes);
        if (right.isPresent() && client.identity().userName().equals(grant.userName())) {
            return right.get();
        }
        throw new SignInRefused(reason(client.connectionId(), grant.userName()), client.connectionId());
    }

    private RefusalReason reason(String connectionId, String userName) {
        Optional<String> owner = identities.connectionOfUser(userName);
        if (owner.isEmpty()) {
            return RefusalReason.UNKNOWN_USER;
        }
        return owner.get().equals(connectionId) ? RefusalReason.WRONG_PASSWORD : RefusalReason.OTHER_CONNECTIONS_USER;
    }
}
