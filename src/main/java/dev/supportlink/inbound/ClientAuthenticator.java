package dev.supportlink.inbound;

import dev.supportlink.secret.KeyedHash;
import dev.supportlink.secret.KeyedHasher;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out whether a client is who it says. An unknown client costs the same reads and hashes as a wrong secret. */
@ApplicationScoped
public class ClientAuthenticator {

    private static final String NOBODY = "-";

    @Inject
    IdentityRepository identities;

    @Inject
    InboundProbe probes;

    @Inject
    KeyedHasher hasher;

    ProvenClient prove(ClientCredentials client) {
        InboundIdentity identity = identities.findByClient(client.clientId()).orElse(null);
        String connectionId = identity == null ? NOBODY : identity.connectionId();
        List<LiveValue> values = identities.liveValues(connectionId);
        LiveValue presented = presented(values, client.secret());
        if (identity != null && presented != null) {
            return new ProvenClient.Real(identity, values, presented);
        }
        Optional<ProbeTicket> probe = probes.ticketOf(connectionId, client.secret());
        if (identity != null && probe.isPresent()) {
            return new ProvenClient.Probing(identity, probe.get());
        }
        throw refusal(identity);
    }

    private @Nullable LiveValue presented(List<LiveValue> values, Secret secret) {
        InboundSecret which = InboundSecret.INBOUND_CLIENT_SECRET;
        List<KeyedHash> hashes = hasher.candidates(which.word(), secret);
        return ProvenClient.match(values, which, hashes).orElse(null);
    }

    private static SignInRefused refusal(@Nullable InboundIdentity identity) {
        return identity == null
                ? new SignInRefused(RefusalReason.UNKNOWN_CLIENT, null)
                : new SignInRefused(RefusalReason.WRONG_CLIENT_SECRET, identity.connectionId());
    }
}
