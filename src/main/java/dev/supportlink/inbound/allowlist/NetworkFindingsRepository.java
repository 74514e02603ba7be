package dev.supportlink.inbound.allowlist;

import java.util.Optional;

/** Keeps what the newest look at the network found. */
public interface NetworkFindingsRepository {

    /** Empty until the job has run for the first time. */
    Optional<NetworkFindings> newest();

    /** Replaces the newest. */
    void keep(NetworkFindings findings);
}
