package dev.supportlink.outbound.testing;

import dev.supportlink.outbound.entra.EntraConnector;
import dev.supportlink.outbound.graph.GraphConnector;
import dev.supportlink.outbound.http.RestClients;
import dev.supportlink.outbound.self.SelfConnector;
import dev.supportlink.outbound.servicenow.InstanceConnector;
import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.platform.config.Settings;
import dev.supportlink.verification.BundledReasons;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jboss.weld.bootstrap.spi.BeanDiscoveryMode;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** All beans of {@code outbound} wired as in the server, in the sandbox, with stores in memory and without waiting. */
public final class OutboundBeans implements AutoCloseable {

    private final WeldContainer container;

    private OutboundBeans(WeldContainer container) {
        this.container = container;
    }

    /** Starts the beans with the real clock; the settings given win. */
    public static OutboundBeans start(Map<String, String> settings) {
        return start(Clock.systemUTC(), settings);
    }

    /** Starts the beans with a clock of the test's own. */
    public static OutboundBeans start(Clock clock, Map<String, String> settings) {
        Weld weld = new Weld()
                .disableDiscovery()
                .setBeanDiscoveryMode(BeanDiscoveryMode.ANNOTATED)
                .skipShutdownHook()
                .addExtension(new TestPlatform(config(settings), clock))
                .addPackages(
                        false,
                        OutboundBeans.class,
                        RestClients.class,
                        EntraConnector.class,
                        GraphConnector.class,
                        InstanceConnector.class,
                        SelfConnector.class)
                .addBeanClasses(Settings.class, ServerSettings.class, BundledReasons.class);
        return new OutboundBeans(weld.initialize());
    }

    /** Starts the beans with the real clock and no patience: one attempt, and a short time-out. */
    public static OutboundBeans startHasty(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("supportlink.outbound.read-timeout", "PT0.2S");
        all.put("supportlink.outbound.attempts", "1");
        return start(all);
    }

    /** The bean of this type. */
    public <T> T get(Class<T> type) {
        return container.select(type).get();
    }

    /** All beans of this type. */
    public <T> Stream<T> all(Class<T> type) {
        return container.select(type).stream();
    }

    @Override
    public void close() {
        container.close();
    }

    private static Config config(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "supportlink.sandbox", "true",
                "supportlink.outbound.connect-timeout", "PT5S",
                "supportlink.outbound.read-timeout", "PT10S"));
        all.putAll(settings);
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build();
    }
}
