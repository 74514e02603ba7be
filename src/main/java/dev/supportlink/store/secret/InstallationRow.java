package dev.supportlink.store.secret;

import dev.supportlink.secret.Installation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** The one row about the installation. */
@Entity
@Table(name = "installation")
@NullUnmarked
class InstallationRow {

    static final int THE_ONE = 1;

    @Id
    int id = THE_ONE;

    boolean sandbox;

    @Column(name = "keyset_fingerprint")
    String keysetFingerprint;

    @Column(name = "created_at")
    Instant createdAt;

    static InstallationRow of(Installation installation) {
        InstallationRow row = new InstallationRow();
        row.sandbox = installation.sandbox();
        row.keysetFingerprint = installation.keysetFingerprint();
        row.createdAt = installation.createdAt();
        return row;
    }

    Installation toInstallation() {
        return new Installation(sandbox, keysetFingerprint, createdAt);
    }
}
