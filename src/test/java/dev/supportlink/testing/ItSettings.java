package dev.supportlink.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the build tells the integration tests: where the packaged server is and which port to use. */
final class ItSettings {

    private ItSettings() {}

    static Path wlpHome() {
        return path("supportlink.it.wlp");
    }

    /** The server directory as the build made it: configuration, drivers and the built WAR. */
    static Path serverPackage() {
        return path("supportlink.it.package");
    }

    static Path directory() {
        return path("supportlink.it.directory");
    }

    static Path productWar() {
        return path("supportlink.it.war");
    }

    static Path sandboxWar() {
        return path("supportlink.it.sandbox-war");
    }

    static int httpPort() {
        return Integer.parseInt(text("supportlink.it.http.port"));
    }

    /** The message log of the shared server, empty as long as there is none. */
    static String sharedMessages() {
        Path log = directory().resolve("usr/servers/supportlink-it/logs/messages.log");
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path path(String name) {
        return Path.of(text(name));
    }

    private static String text(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .orElseThrow(
                        () -> new IllegalStateException(name + " is not set: run integration tests by mvn verify"));
    }
}
