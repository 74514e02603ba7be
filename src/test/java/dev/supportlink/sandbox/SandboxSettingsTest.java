package dev.supportlink.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.sandbox.instance.TableAccess;
import dev.supportlink.sandbox.world.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SandboxSettingsTest {

    @Test
    void filesLieBesideTheDataDirectory() {
        SandboxSettings settings = read(Map.of("supportlink.data.dir", "/srv/sandbox/data"));

        assertThat(settings.run().dataDirectory()).isEqualTo(Path.of("/srv/sandbox/data"));
        assertThat(settings.run().sandboxDirectory()).isEqualTo(Path.of("/srv/sandbox"));
        assertThat(settings.ports()).isEqualTo(new Ports(9181, 9182, 9183));
        assertThat(settings.run().baseUrl()).isEqualTo(URI.create("http://localhost:9080"));
        assertThat(settings.drives()).isTrue();
        assertThat(settings.administrativeTables()).isEqualTo(TableAccess.READABLE);
    }

    @Test
    void everythingCanBeSet() {
        SandboxSettings settings = read(Map.of(
                "supportlink.sandbox.login-port", "1",
                "supportlink.sandbox.graph-port", "2",
                "supportlink.sandbox.instance-port", "3",
                "supportlink.sandbox.base-url", "http://localhost:1234",
                "supportlink.sandbox.dir", "/srv/elsewhere",
                "supportlink.sandbox.run", "false",
                "supportlink.sandbox.instance-tables", "rows-omitted"));

        assertThat(settings.ports()).isEqualTo(new Ports(1, 2, 3));
        assertThat(settings.run().baseUrl()).isEqualTo(URI.create("http://localhost:1234"));
        assertThat(settings.run().sandboxDirectory()).isEqualTo(Path.of("/srv/elsewhere"));
        assertThat(settings.drives()).isFalse();
        assertThat(settings.administrativeTables()).isEqualTo(TableAccess.ROWS_OMITTED);
    }

    @Test
    void serverPortIsTheProducts() {
        assertThat(read(Map.of("supportlink.http.port", "19080")).run().baseUrl())
                .isEqualTo(URI.create("http://localhost:19080"));
    }

    private static SandboxSettings read(Map<String, String> values) {
        return SandboxSettings.read(name -> Optional.ofNullable(values.get(name)));
    }
}
