package dev.supportlink.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationCheckTest {

    @TempDir
    Path directory;

    @Test
    void aFirstAndASecondStartPass() {
        KeyRing first = KeyRings.in(directory);

        assertThat(check(first, false).problems()).isEmpty();
    }

    @Test
    void aSandboxsDatabaseIsNotOpenedByAServer() {
        InstallationCheck check = check(KeyRings.in(directory), false);
        check.server = KeyRings.settings(directory, true);

        assertThat(check.problems()).singleElement().asString().contains("was not made by a sandbox");
    }

    @Test
    void aServersDatabaseIsNotOpenedByASandbox() {
        InstallationCheck check = check(KeyRings.sandbox(directory), true);
        check.server = KeyRings.settings(directory, false);

        assertThat(check.problems()).singleElement().asString().contains("was made by a sandbox");
    }

    @Test
    void aLostKeysetIsToldAndNotReplaced() throws Exception {
        KeyRing first = KeyRings.in(directory);
        Files.delete(directory.resolve("keyset.json"));

        InstallationCheck check = check(first, false);
        check.keys = KeyRings.sharing(first, directory);

        assertThat(check.problems())
                .singleElement()
                .asString()
                .contains("is missing")
                .contains("backup");
        assertThat(directory).isEmptyDirectory();
    }

    private InstallationCheck check(KeyRing ring, boolean sandbox) {
        InstallationCheck check = new InstallationCheck();
        check.server = KeyRings.settings(directory, sandbox);
        check.installations = ring.installations;
        check.keys = ring;
        return check;
    }
}
