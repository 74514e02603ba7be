package dev.supportlink.store.inbound;

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

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "last_call_at")
    Instant lastCallAt;

    static IdentityRow of(InboundIdentity identity, Instant at) {
        IdentityRow row = new IdentityRow();
        row.connectionId = identity.connectionId();
        row.clientId = identity.clientId();
        row.userName = identity.userName();
        row.accessTokenSeconds = Math.toIntExact(identity.accessTokenLifespan().toSeconds());
        row.refreshTokenSeconds =
                Math.toIntExact(identity.refreshTokenLifespan().toSeconds());
        row.createdAt = at;
        return row;
    }

    InboundIdentity toIdentity() {
        return new InboundIdentity(
                connectionId,
                clientId,
                userName,
                Duration.ofSeconds(accessTokenSeconds),
                Duration.ofSeconds(refreshTokenSeconds));
    }
}
