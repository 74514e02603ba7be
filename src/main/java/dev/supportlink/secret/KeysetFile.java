package dev.supportlink.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The keyset in its own file, readable by the server's user only. */
final class KeysetFile {

    private static final long MAX_BYTES = 1 << 20;

    private final Path path;

    KeysetFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    Path path() {
        return path;
    }

    Optional<Keyset> read() {
        try {
            if (!Files.exists(path)) {
                return Optional.empty();
            }
            if (Files.size(path) > MAX_BYTES) {
                throw new UnusableKeyset("is larger than a keyset can be");
            }
            return Optional.of(Keyset.parse(Files.readString(path)));
        } catch (IOException failure) {
            throw new UnusableKeyset("cannot be read: " + failure.getClass().getSimpleName());
        }
    }

    /** Writes it whole or not at all: into a temporary file first, flushed, then moved. */
    void write(Keyset keyset) {
        try {
            Path directory = path.getParent();
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path temporary = Files.createTempFile(
                    directory,
                    "keyset",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(temporary, keyset.format(), StandardCharsets.UTF_8);
            flush(temporary);
            move(temporary);
        } catch (IOException failure) {
            throw new UncheckedIOException("The keyset cannot be written to " + path, failure);
        }
    }

    private static void flush(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private void move(Path temporary) throws IOException {
        try {
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException plain) {
            Files.move(temporary, path);
        }
    }
}
