package dev.supportlink.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.LibertyProcess;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server that must not work says why in one line and ends, before it has touched anything. */
class RefusesToStartIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void everyBadSettingIsNamedAtOnce() {
        // As variables of the configuration, so that the server stays on loopback whatever it is told.
        try (LibertyProcess process = LibertyProcess.named("bad-settings")
                .setting("supportlink.http.allow-remote", "true")
                .setting("supportlink.verification.interval", "hourly")
                .setting("supportlink.access.failures-per-user", "0")
                .launch()) {
            assertThat(process.waitForExit(PATIENCE)).as(process.console()).isTrue();

            assertThat(process.exitCode()).isEqualTo(StartUpRefusal.EXIT_CODE);
            assertThat(errors(process))
                    .singleElement()
                    .asString()
                    .contains(
                            "SupportLink does not start",
                            "supportlink.public-url",
                            "supportlink.verification.interval",
                            "supportlink.access.failures-per-user");
            assertThat(process.console()).doesNotContain("\tat ", "hourly");
            assertThat(Files.exists(process.dataDirectory().resolve("supportlink.mv.db")))
                    .isFalse();
        }
    }

    @Test
    void badFirstPasswordIsRefusedAndNotRepeated() {
        try (LibertyProcess process = LibertyProcess.named("bad-password")
                .environment("SUPPORTLINK_ADMIN_PASSWORD", "tooshort")
                .launch()) {
            assertThat(process.waitForExit(PATIENCE)).as(process.console()).isTrue();

            assertThat(process.exitCode()).isEqualTo(StartUpRefusal.EXIT_CODE);
            assertThat(errors(process)).singleElement().asString().contains("SUPPORTLINK_ADMIN_PASSWORD");
            assertThat(process.console() + process.messages()).doesNotContain("tooshort");
        }
    }

    @Test
    void unreachableDatabaseIsNamedInOneLine() {
        try (LibertyProcess process = LibertyProcess.named("no-database")
                .setting("supportlink.database.url", "jdbc:postgresql://localhost:1/supportlink")
                .launch()) {
            assertThat(process.waitForExit(PATIENCE)).as(process.console()).isTrue();

            assertThat(process.exitCode()).isEqualTo(StartUpRefusal.EXIT_CODE);
            assertThat(errors(process))
                    .filteredOn(line -> line.contains("SupportLink does not start"))
                    .singleElement()
                    .asString()
                    .contains("database");
        }
    }

    private static List<String> errors(LibertyProcess process) {
        return process.console()
                .lines()
                .filter(line -> line.startsWith("[ERROR"))
                .toList();
    }
}
