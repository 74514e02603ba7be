package dev.supportlink.store;

import dev.supportlink.platform.config.ServerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps the data directory and the database's files to the server's user, where the file system knows users. */
@ApplicationScoped
public class DataDirectory {

    private static final System.Logger LOG = System.getLogger(DataDirectory.class.getName());
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    @Inject
    ServerSettings server;

    /** Called once the database is open, when its files exist. */
    void protect() {
        Path directory = server.dataDirectory().toAbsolutePath();
        warnOfCleaning(directory);
        try {
            if (Files.isDirectory(directory)
                    && Files.getFileStore(directory).supportsFileAttributeView(PosixFileAttributeView.class)) {
                Files.setPosixFilePermissions(directory, DIRECTORY);
                for (Path file : files(directory)) {
                    Files.setPosixFilePermissions(file, FILE);
                }
            }
        } catch (IOException refused) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The data directory " + directory + " cannot be kept to the server's user ("
                            + refused.getClass().getSimpleName() + "); set its permissions by hand.");
        }
    }

    private void warnOfCleaning(Path directory) {
        if (!server.sandbox() && isCleanedByMaven(directory)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The data directory " + directory + " lies below a target folder: mvn clean destroys it. Set"
                            + " supportlink.data.dir to keep the data.");
        }
    }

    static boolean isCleanedByMaven(Path directory) {
        for (Path part = directory; part.getParent() != null; part = part.getParent()) {
            boolean target = part.endsWith("target");
            if (target && Files.exists(part.resolveSibling("pom.xml"))) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }
}
