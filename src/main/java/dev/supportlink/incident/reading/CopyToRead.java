package dev.supportlink.incident.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A copy that is to be held against its counterpart.
 *
 * @param modCount how often the copy had been changed
 * @param version the counterpart's when it was last taken over; null when it never was, or not in full
 * @param deliveries how many changes were accepted, and how many of them are settled, before the instance is asked
 * @param endedAt when the copy was last changed, if it is resolved, closed or canceled; null while it is open
 * @param missingSince when the instance stopped showing the counterpart; null while it does
 */
public record CopyToRead(
        String sysId,
        String instanceSysId,
        long modCount,
        @Nullable String version,
        DeliveryCount deliveries,
        @Nullable Instant endedAt,
        @Nullable Instant missingSince) {}
