package dev.supportlink.outbound.testing;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;

/** Gives the beans the test's configuration and clock. */
final class TestPlatform implements Extension {

    private final Config config;
    private final Clock clock;

    TestPlatform(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    void add(@Observes AfterBeanDiscovery discovery) {
        discovery.addBean().types(Config.class).alternative(true).priority(1).createWith(context -> config);
        discovery.addBean().types(Clock.class).createWith(context -> clock);
    }
}
