package dev.supportlink.incident.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be remembered of a look at a counterpart.
 *
 * @param version see {@link CopyToRead}
 * @param modCount of the copy that this was found out about; one that has changed since is looked at again in the next run
 * @param at when that was
 * @param nextAt when to look again; null for never, unless the copy is changed
 * @param missingSince see {@link CopyToRead}
 */
public record Reading(
        String sysId,
        long modCount,
        Instant at,
        @Nullable String version,
        @Nullable Instant nextAt,
        @Nullable Instant missingSince) {}
