package dev.supportlink.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** A killed server starts again on the data it left. */
class ServerRestartIT {

    @Test
    void killedServerStartsAgainOnItsData() {
        try (LibertyProcess process = LibertyProcess.named("restart").setting("supportlink.sandbox", "true")) {
            process.start();
            process.kill();

            assertThat(process.isRunning()).isFalse();
            assertThat(process.server().isReady()).isFalse();
            assertThat(Files.exists(process.dataDirectory().resolve("supportlink.mv.db")))
                    .isTrue();

            process.start();
            assertThat(process.messages()).contains("CWWKF0011I");
        }
    }
}
