package dev.supportlink.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Counts failed sign-ins per user name and address, and per address alone, and says when there were too many. Counted on
 * each node for itself: a guesser gains a factor, not a way.
 */
@ApplicationScoped
public class SignInThrottle {

    @Inject
    Clock clock;

    @Inject
    AccessSettings settings;

    private final FailureCounts perUser = new FailureCounts();
    private final FailureCounts perAddress = new FailureCounts();

    /** Throws SignInThrottled when the sign-in is not to be checked. */
    public void admit(String name, String address) {
        Instant now = clock.instant();
        waitFor(now, name, address).ifPresent(wait -> {
            throw new SignInThrottled(wait);
        });
    }

    /** Counts a failure. */
    public void failed(String name, String address) {
        Instant now = clock.instant();
        Instant horizon = now.minus(settings.failureWindow());
        perUser.add(pair(name, address), now, horizon, settings.failuresPerUser() + 1);
        perAddress.add(address, now, horizon, settings.failuresPerAddress() + 1);
    }

    private Optional<Duration> waitFor(Instant now, String name, String address) {
        Duration window = settings.failureWindow();
        return perUser.fullUntil(pair(name, address), settings.failuresPerUser(), now.minus(window))
                .or(() -> perAddress.fullUntil(address, settings.failuresPerAddress(), now.minus(window)))
                .map(oldest -> Duration.between(now, oldest.plus(window)));
    }

    private static String pair(String name, String address) {
        return address + " " + UserName.fold(name);
    }
}
