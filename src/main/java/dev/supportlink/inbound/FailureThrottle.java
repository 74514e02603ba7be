package dev.supportlink.inbound;

import dev.supportlink.platform.config.Settings;
import dev.supportlink.platform.net.AddressGroup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Slows down guessing. It is asked only about what was wrong already, so nobody can lock out a caller whose values are
 * right, not even from the same address.
 */
@ApplicationScoped
public class FailureThrottle {

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    private FailureCounter clients;
    private FailureCounter userNames;
    private FailureCounter addresses;

    @PostConstruct
    void open() {
        Duration window = settings.get(InboundSettings.THROTTLE_WINDOW);
        int each = settings.get(InboundSettings.THROTTLE_FAILURES);
        clients = new FailureCounter(each, window);
        userNames = new FailureCounter(each, window);
        addresses = new FailureCounter(settings.get(InboundSettings.THROTTLE_FAILURES_PER_ADDRESS), window);
    }

    /** Counts a failure; how long to wait when there were too many. */
    Optional<Duration> failed(TokenOrder order) {
        Instant now = clock.instant();
        Optional<Duration> user = order.grant() instanceof TokenGrant.Password password
                ? userNames.failed(password.userName(), now)
                : Optional.empty();
        Optional<Duration> client = clients.failed(order.client().clientId(), now);
        Optional<Duration> address = addresses.failed(AddressGroup.of(order.address()), now);
        return Stream.of(user, client, address).flatMap(Optional::stream).max(Duration::compareTo);
    }
}
