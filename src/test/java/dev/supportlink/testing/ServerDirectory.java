package dev.supportlink.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A copy of the packaged server with its own user directory, data and settings. */
final class ServerDirectory {

    private static final Set<String> NOT_COPIED = Set.of("data", "logs", "workarea", "keys");

    private final String name;
    private final Path root;

    private ServerDirectory(String name) {
        this.name = name;
        this.root = ItSettings.directory().resolve("processes").resolve(name);
    }

    static ServerDirectory copyOfPackage(String name) {
        ServerDirectory directory = new ServerDirectory(name);
        directory.copyPackage();
        return directory;
    }

    String name() {
        return name;
    }

    Path userDirectory() {
        return root.resolve("usr");
    }

    Path serverDirectory() {
        return userDirectory().resolve("servers").resolve(name);
    }

    Path dataDirectory() {
        return root.resolve("data");
    }

    Path keysetFile() {
        return root.resolve("keys").resolve("keyset.json");
    }

    Path consoleLog() {
        return root.resolve("console.log");
    }

    Path messagesLog() {
        return serverDirectory().resolve("logs").resolve("messages.log");
    }

    /** Variables in the overrides win over the environment, over bootstrap.properties and over all defaults. */
    void write(Map<String, String> settings, Map<String, Path> applications) {
        String variables = settings.entrySet().stream()
                .map(setting -> "  <variable name=\"%s\" value=\"%s\"/>%n"
                        .formatted(escape(setting.getKey()), escape(setting.getValue())))
                .collect(Collectors.joining());
        String beside = applications.entrySet().stream()
                .map(war -> "  <webApplication contextRoot=\"%s\" location=\"%s\"/>%n"
                        .formatted(escape(war.getKey()), escape(war.getValue().toString())))
                .collect(Collectors.joining());
        try {
            Path overrides = serverDirectory().resolve("configDropins").resolve("overrides");
            Files.createDirectories(overrides);
            Files.writeString(
                    overrides.resolve("process.xml"), "<server>%n%s%s</server>%n".formatted(variables, beside));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void copyPackage() {
        Path source = ItSettings.serverPackage();
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy(source.relativize(file), file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void copy(Path relative, Path file) throws IOException {
        if (NOT_COPIED.contains(relative.getName(0).toString())) {
            return;
        }
        Path target = serverDirectory().resolve(relative);
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
