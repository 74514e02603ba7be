package dev.supportlink.incident.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a copy is looked at again: an open one in every run; one that has ended, or that the instance does not show, the
 * less often the longer that is ago, and one day not any more. So old incidents cost nothing.
 */
@ApplicationScoped
public class NextReading {

    private static final int SHARE = 10;
    private static final Duration LONGEST = Duration.ofDays(1);

    @Inject
    ReadingSettings settings;

    @Nullable
    Instant after(CopyToRead copy, Instant now) {
        return copy.endedAt() == null ? now : fading(copy.endedAt(), now);
    }

    @Nullable
    Instant afterMissing(CopyToRead copy, Instant now) {
        return fading(copy.missingSince() == null ? now : copy.missingSince(), now);
    }

    /** In the next run. */
    Instant soon(Instant now) {
        return now;
    }

    private @Nullable Instant fading(Instant since, Instant now) {
        Duration ago = Duration.between(since, now);
        if (ago.compareTo(settings.endedFor()) > 0) {
            return null;
        }
        Duration wait = ago.dividedBy(SHARE);
        return now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
    }
}
