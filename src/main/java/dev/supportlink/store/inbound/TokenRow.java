package dev.supportlink.store.inbound;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** What the purge looks at in a token. */
@Entity
@Table(name = "inbound_token")
@NullUnmarked
class TokenRow {

    @Id
    String mac;

    @Column(name = "connection_id")
    String connectionId;

    long generation;

    @Column(name = "expires_at")
    Instant expiresAt;
}
