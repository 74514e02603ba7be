package dev.supportlink.store.secret;

import dev.supportlink.platform.text.Word;
import dev.supportlink.secret.SecretState;
import dev.supportlink.secret.SecretVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** One version of a sealed secret; without sealed bytes once it has ended. */
@Entity
@Table(name = "sealed_secret")
@NullUnmarked
class SealedSecretRow {

    @Id
    String id;

    @Column(name = "connection_id")
    String connectionId;

    String kind;
    String target;
    byte[] sealed;
    String state;
    String hint;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "last_used_at")
    Instant lastUsedAt;

    @Column(name = "shown_at")
    Instant shownAt;

    SecretVersion toVersion() {
        return new SecretVersion(
                id, Word.parse(SecretState.class, state).orElseThrow(), hint, createdAt, expiresAt, lastUsedAt);
    }

    void end(SecretState endState) {
        state = endState.word();
        sealed = null;
    }
}
