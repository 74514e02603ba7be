package dev.supportlink.inbound;

import dev.supportlink.secret.KeyedHash;
import java.time.Instant;

/** A registered probe as it is kept: hashes only. */
public record ProbeTicket(
        String id, String connectionId, KeyedHash client, KeyedHash password, KeyedHash pass, Instant expiresAt) {}
