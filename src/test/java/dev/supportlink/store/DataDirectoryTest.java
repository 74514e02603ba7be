package dev.supportlink.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.platform.config.Settings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void filesAreForTheServersUserOnly() throws IOException {
        Path file = Files.createFile(
                directory.resolve("supportlink.mv.db"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));

        over(directory).protect();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
    }

    @Test
    void aMissingDirectoryIsNoFault() {
        over(directory.resolve("postgres-needs-none")).protect();

        assertThat(directory.resolve("postgres-needs-none")).doesNotExist();
    }

    @Test
    void knowsWhatMavenCleans() throws IOException {
        Path data = Files.createDirectories(directory.resolve("target/liberty/data"));

        assertThat(DataDirectory.isCleanedByMaven(data)).isFalse();
        Files.createFile(directory.resolve("pom.xml"));
        assertThat(DataDirectory.isCleanedByMaven(data)).isTrue();
        assertThat(DataDirectory.isCleanedByMaven(directory.resolve("data"))).isFalse();
    }

    private static DataDirectory over(Path path) {
        DataDirectory data = new DataDirectory();
        data.server = ServerSettings.over(Settings.over(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of("supportlink.data.dir", path.toString()), "test", 100))
                .build()));
        return data;
    }
}
