package dev.supportlink.inbound;

import dev.supportlink.secret.KeyedHash;
import dev.supportlink.secret.KeyedHasher;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a client is who it says. An unknown client, and one whose connection is set up otherwise, cost the
 * same reads and hashes as a wrong secret.
 */
@ApplicationScoped
public class ClientAuthenticator {

    private static final String NOBODY = "-";

    @Inject
    IdentityRepository identities;

    @Inject
    InboundProbe probes;

    @Inject
    KeyedHasher hasher;

    ProvenClient prove(ClientCredentials credentials) {
        KnownClient client = identities.findClient(credentials.clientId()).orElse(null);
        LiveValue presented = presented(client == null ? List.of() : client.values(), credentials.secret());
        if (client != null && client.open() && presented != null) {
            return new ProvenClient.Real(client.identity(), client.values(), presented);
        }
        String connectionId = client == null ? NOBODY : client.identity().connectionId();
        Optional<ProbeTicket> probe = probes.ticketOf(connectionId, credentials.secret());
        if (client != null && client.open() && probe.isPresent()) {
            return new ProvenClient.Probing(client.identity(), probe.get());
        }
        throw refusal(client);
    }

    private @Nullable LiveValue presented(List<LiveValue> values, Secret secret) {
        InboundSecret which = InboundSecret.INBOUND_CLIENT_SECRET;
        List<KeyedHash> hashes = hasher.candidates(which.word(), secret);
        return ProvenClient.match(values, which, hashes).orElse(null);
    }

    private static SignInRefused refusal(@Nullable KnownClient client) {
        if (client == null) {
            return new SignInRefused(RefusalReason.UNKNOWN_CLIENT, null);
        }
        RefusalReason reason = client.open() ? RefusalReason.WRONG_CLIENT_SECRET : RefusalReason.CLIENT_SWITCHED_OFF;
        return new SignInRefused(reason, client.identity().connectionId());
    }
}
