package dev.supportlink.secret;

import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.platform.config.Settings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Key rings for tests: a real keyset in a temporary directory, and a remembered installation. */
public final class KeyRings {

    private KeyRings() {}

    /** A first start in this directory. */
    public static KeyRing in(Path directory) {
        KeyRing ring = ring(settings(directory, false), new RememberedInstallation());
        ring.open();
        return ring;
    }

    /** A first start of a sandbox. */
    static KeyRing sandbox(Path directory) {
        KeyRing ring = ring(settings(directory, true), new RememberedInstallation());
        ring.open();
        return ring;
    }

    /** Another start over the same database. */
    static KeyRing sharing(KeyRing first, Path directory) {
        return ring(settings(directory, false), first.installations);
    }

    static ServerSettings settings(Path directory, boolean sandbox) {
        Map<String, String> values = Map.of(
                "supportlink.keyset.file",
                directory.resolve("keyset.json").toString(),
                "supportlink.sandbox",
                Boolean.toString(sandbox));
        return ServerSettings.over(Settings.over(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()));
    }

    private static KeyRing ring(ServerSettings server, InstallationRepository installations) {
        KeyRing ring = new KeyRing();
        ring.server = server;
        ring.installations = installations;
        ring.clock = Clock.systemUTC();
        return ring;
    }

    /** Keeps the installation as the database would. */
    private static final class RememberedInstallation implements InstallationRepository {

        private Optional<Installation> known = Optional.empty();

        @Override
        public Optional<Installation> find() {
            return known;
        }

        @Override
        public Installation establish(Installation installation) {
            known = Optional.of(known.orElse(installation));
            return known.get();
        }
    }
}
