package dev.supportlink.store.inbound;

import dev.supportlink.inbound.InboundSecret;
import dev.supportlink.platform.text.Word;
import dev.supportlink.secret.KeyedHash;
import dev.supportlink.secret.SecretState;
import dev.supportlink.secret.SecretVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** One value of a client secret or password; its hash is erased when it is removed. */
@Entity
@Table(name = "inbound_value")
@NullUnmarked
class ValueRow {

    @Id
    String id;

    @Column(name = "connection_id")
    String connectionId;

    String which;
    String state;
    String mac;

    @Column(name = "mac_key")
    int macKey;

    String hint;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "last_used_at")
    Instant lastUsedAt;

    static ValueRow of(String connectionId, SecretVersion version, InboundSecret which, KeyedHash hash) {
        ValueRow row = new ValueRow();
        row.id = version.id();
        row.connectionId = connectionId;
        row.which = which.word();
        row.state = version.state().word();
        row.mac = hash.hex();
        row.macKey = hash.keyId();
        row.hint = version.hint();
        row.createdAt = version.createdAt();
        return row;
    }

    SecretVersion toVersion() {
        SecretState parsed = Word.parse(SecretState.class, state).orElseThrow();
        return new SecretVersion(id, parsed, hint, createdAt, null, lastUsedAt);
    }
}
