package dev.supportlink.store.inbound;

import dev.supportlink.inbound.ProbeTicket;
import dev.supportlink.secret.KeyedHash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** One registered probe. */
@Entity
@Table(name = "inbound_probe")
@NullUnmarked
class ProbeRow {

    @Id
    String id;

    @Column(name = "connection_id")
    String connectionId;

    @Column(name = "client_mac")
    String clientMac;

    @Column(name = "client_mac_key")
    int clientMacKey;

    @Column(name = "password_mac")
    String passwordMac;

    @Column(name = "password_mac_key")
    int passwordMacKey;

    @Column(name = "pass_mac")
    String passMac;

    @Column(name = "pass_mac_key")
    int passMacKey;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "redeemed_at")
    Instant redeemedAt;

    static ProbeRow of(ProbeTicket ticket) {
        ProbeRow row = new ProbeRow();
        row.id = ticket.id();
        row.connectionId = ticket.connectionId();
        row.clientMac = ticket.client().hex();
        row.clientMacKey = ticket.client().keyId();
        row.passwordMac = ticket.password().hex();
        row.passwordMacKey = ticket.password().keyId();
        row.passMac = ticket.pass().hex();
        row.passMacKey = ticket.pass().keyId();
        row.expiresAt = ticket.expiresAt();
        return row;
    }

    ProbeTicket toTicket() {
        return new ProbeTicket(
                id,
                connectionId,
                new KeyedHash(clientMacKey, clientMac),
                new KeyedHash(passwordMacKey, passwordMac),
                new KeyedHash(passMacKey, passMac),
                expiresAt);
    }
}
