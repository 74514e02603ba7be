package dev.supportlink.store.inbound;

import dev.supportlink.inbound.StoredToken;
import dev.supportlink.inbound.TokenKind;
import dev.supportlink.platform.text.Word;
import dev.supportlink.secret.KeyedHash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** One issued token; its hash is its key. */
@Entity
@Table(name = "inbound_token")
@NullUnmarked
class TokenRow {

    @Id
    String mac;

    @Column(name = "mac_key")
    int macKey;

    String kind;

    @Column(name = "connection_id")
    String connectionId;

    @Column(name = "user_name")
    String userName;

    String family;

    long generation;

    @Column(name = "read_only")
    boolean readOnly;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "used_at")
    Instant usedAt;

    static TokenRow of(StoredToken token) {
        TokenRow row = new TokenRow();
        row.mac = token.hash().hex();
        row.macKey = token.hash().keyId();
        row.kind = token.kind().word();
        row.connectionId = token.connectionId();
        row.userName = token.userName();
        row.family = token.family();
        row.generation = token.generation();
        row.readOnly = token.readOnly();
        row.issuedAt = token.issuedAt();
        row.expiresAt = token.expiresAt();
        row.usedAt = token.usedAt();
        return row;
    }

    StoredToken toToken() {
        TokenKind parsed = Word.parse(TokenKind.class, kind).orElseThrow();
        KeyedHash hash = new KeyedHash(macKey, mac);
        return new StoredToken(
                hash, parsed, connectionId, userName, family, generation, readOnly, issuedAt, expiresAt, usedAt);
    }
}
