package dev.supportlink.store.inbound;

import dev.supportlink.inbound.ClientTerms;
import dev.supportlink.inbound.InboundIdentity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** One connection's inbound client and integration user. */
@Entity
@Table(name = "inbound_identity")
@NullUnmarked
class IdentityRow {

    @Id
    @Column(name = "connection_id")
    String connectionId;

    @Column(name = "client_id")
    String clientId;

    @Column(name = "user_name")
    String userName;

    @Column(name = "access_token_seconds")
    int accessTokenSeconds;

    @Column(name = "refresh_token_seconds")
    int refreshTokenSeconds;

    @Column(name = "refresh_rotation")
    boolean refreshRotation;

    @Column(name = "client_credentials")
    boolean clientCredentials;

    long revision;
    long generation;

    @Column(name = "purged_generation")
    long purgedGeneration;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "last_call_at")
    Instant lastCallAt;

    static IdentityRow of(InboundIdentity identity, Instant at) {
        IdentityRow row = new IdentityRow();
        row.connectionId = identity.connectionId();
        row.clientId = identity.clientId();
        row.userName = identity.userName();
        row.terms(identity.terms());
        row.revision = identity.revision();
        row.generation = identity.generation();
        row.purgedGeneration = identity.generation();
        row.createdAt = at;
        return row;
    }

    void terms(ClientTerms terms) {
        accessTokenSeconds = Math.toIntExact(terms.accessTokenLifespan().toSeconds());
        refreshTokenSeconds = Math.toIntExact(terms.refreshTokenLifespan().toSeconds());
        refreshRotation = terms.refreshTokenRotation();
        clientCredentials = terms.clientCredentials();
    }

    InboundIdentity toIdentity() {
        ClientTerms terms = new ClientTerms(
                Duration.ofSeconds(accessTokenSeconds),
                Duration.ofSeconds(refreshTokenSeconds),
                refreshRotation,
                clientCredentials);
        return new InboundIdentity(connectionId, clientId, userName, terms, revision, generation);
    }
}
