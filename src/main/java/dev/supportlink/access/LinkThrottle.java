package dev.supportlink.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Counts refused links per link and address, and per address alone, by the same numbers as failed sign-ins. A link's token
 * cannot be guessed; what is kept within bounds is what somebody can fill the audit trail with.
 */
@ApplicationScoped
public class LinkThrottle {

    @Inject
    Clock clock;

    @Inject
    AccessSettings settings;

    private final FailureCounts perLink = new FailureCounts();
    private final FailureCounts perAddress = new FailureCounts();

    /** Counts a refusal; answers how long to wait when there were too many before, and does not count it then. */
    public Optional<Duration> refused(String link, String address) {
        Instant now = clock.instant();
        Instant horizon = now.minus(settings.failureWindow());
        String pair = address + " " + link;
        Optional<Instant> oldest = perLink.fullUntil(pair, settings.failuresPerUser(), horizon)
                .or(() -> perAddress.fullUntil(address, settings.failuresPerAddress(), horizon));
        if (oldest.isEmpty()) {
            perLink.add(pair, now, horizon, settings.failuresPerUser() + 1);
            perAddress.add(address, now, horizon, settings.failuresPerAddress() + 1);
        }
        return oldest.map(first -> Duration.between(now, first.plus(settings.failureWindow())));
    }
}
