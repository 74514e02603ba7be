package dev.supportlink.secret;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the recoverable secrets, sealed. The target (the instance's origin, or {@code <login origin>|<tenant ID>}) is
 * part of the seal: a value stored for one target cannot be opened for another.
 */
public interface SecretVault {

    /** Seals {@code value} as the current version; the version before it becomes {@code removed}, its value erased. */
    SecretVersion store(String connectionId, SecretKind kind, String target, Secret value, @Nullable Instant expiresAt);

    /** The current value if it was stored for exactly this target; empty otherwise. */
    Optional<Secret> open(String connectionId, SecretKind kind, String target);

    /** The current version, whatever its target. */
    Optional<SecretVersion> current(String connectionId, SecretKind kind);

    /** All versions, newest first. */
    List<SecretVersion> versions(String connectionId, SecretKind kind);

    /** Ends the current version and erases its value; does nothing where there is none. */
    void discard(String connectionId, SecretKind kind, SecretState endState);
}
