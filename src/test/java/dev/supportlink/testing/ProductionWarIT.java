package dev.supportlink.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Looks into the two built WARs, because what is shipped by mistake runs by mistake. */
class ProductionWarIT {

    @Test
    void productHoldsNoSimulatorNoTestAndNoDriver() throws IOException {
        List<String> entries = entries(ItSettings.productWar());

        assertThat(entries).contains("WEB-INF/classes/dev/supportlink/platform/http/SupportLinkApplication.class");
        assertThat(entries)
                .noneMatch(entry -> entry.contains("dev/supportlink/sandbox"))
                .noneMatch(entry -> entry.contains("dev/supportlink/testing"))
                .noneMatch(entry -> entry.matches("WEB-INF/lib/(h2|postgresql|junit|wiremock|resteasy).*"));
    }

    @Test
    void sandboxHoldsOnlySimulators() throws IOException {
        List<String> classes = entries(ItSettings.sandboxWar()).stream()
                .filter(entry -> entry.endsWith(".class"))
                .toList();

        assertThat(classes)
                .isNotEmpty()
                .allMatch(entry -> entry.startsWith("WEB-INF/classes/dev/supportlink/sandbox/"));
    }

    @Test
    void jobDefinitionsAndMigrationsArePackaged() throws IOException {
        assertThat(entries(ItSettings.productWar()))
                .anyMatch(entry -> entry.matches("WEB-INF/classes/db/migration/V\\d+__.*\\.sql"))
                .contains("WEB-INF/classes/db/migration/flyway.location");
    }

    private static List<String> entries(Path war) throws IOException {
        try (ZipFile zip = new ZipFile(war.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }
}
