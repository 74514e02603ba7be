package dev.supportlink.access;

import dev.supportlink.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The file with the first password: readable by the server's user only, from its first moment on. */
record PasswordFile(Path path) {

    private static final String NAME = "initial-admin-password";

    static PasswordFile in(Path dataDirectory) {
        return new PasswordFile(dataDirectory.resolve(NAME).toAbsolutePath());
    }

    /** Written whole or not at all; one left by an earlier start that came to nothing is replaced. */
    void write(Secret password) {
        try {
            Path directory = path.getParent();
            Files.createDirectories(directory);
            Path temporary = Files.createTempFile(directory, NAME, ".new", ownerOnly());
            Files.writeString(temporary, password.reveal() + System.lineSeparator());
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("The first password cannot be written to " + path, failure);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failure) {
            throw new UncheckedIOException("The file " + path + " cannot be removed", failure);
        }
    }

    /** Systems without such permissions make temporary files private by themselves. */
    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
