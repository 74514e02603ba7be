package dev.supportlink.verification;

import java.time.Instant;

/** The right of one run to finish a verification; after {@code until} another may take it over. */
public record Lease(String owner, Instant until) {}
