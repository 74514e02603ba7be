package dev.supportlink.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetTest {

    @TempDir
    Path directory;

    @Test
    void survivesItsTextForm() {
        Keyset keyset = Keyset.generate();

        assertThat(Keyset.parse(keyset.format()).fingerprint()).isEqualTo(keyset.fingerprint());
        assertThat(keyset.hasFingerprint(keyset.fingerprint())).isTrue();
        assertThat(keyset.hasFingerprint(Keyset.generate().fingerprint())).isFalse();
        assertThat(keyset).hasToString("(keyset)");
    }

    @Test
    void isWrittenForTheServersUserOnly() throws IOException {
        KeysetFile file = new KeysetFile(directory.resolve("keys/keyset.json"));

        file.write(Keyset.generate());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(file.path().getParent())))
                .isEqualTo("rwx------");
        assertThat(file.read()).isPresent();
        assertThat(Files.list(file.path().getParent())).containsExactly(file.path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "not json", "{\"sealing\":{},\"hashing\":{}}", "{\"sealing\":1}"})
    void aDamagedFileIsNotTakenForAKeyset(String content) throws IOException {
        Path path = directory.resolve("keyset.json");
        Files.writeString(path, content);

        assertThatThrownBy(() -> new KeysetFile(path).read()).isInstanceOf(UnusableKeyset.class);
    }

    @Test
    void aMissingFileIsEmptyNotNew() {
        assertThat(new KeysetFile(directory.resolve("nothing.json")).read()).isEmpty();
    }
}
