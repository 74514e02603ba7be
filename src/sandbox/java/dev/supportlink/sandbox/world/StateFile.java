package dev.supportlink.sandbox.world;

import dev.supportlink.sandbox.http.JsonTexts;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** A JSON file that only its owner may read, and that is whole at any moment. */
public final class StateFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path path;

    /** The file at a path, which need not exist. */
    public StateFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    /** What it holds, if it exists. */
    public Optional<JsonObject> read() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            String text = Files.readString(path);
            return Optional.of(JsonTexts.readObject(text)
                    .orElseThrow(() -> new IllegalStateException("The file " + path + " holds no JSON object.")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Replaces what it holds. One writer at a time. */
    public void write(String json) {
        try {
            Path directory = path.getParent() == null ? Path.of(".") : path.getParent();
            Files.createDirectories(directory);
            Path fresh = directory.resolve(path.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, ownerOnly(directory));
            Files.writeString(fresh, json);
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path directory) throws IOException {
        boolean posix = Files.getFileStore(directory).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }
}
