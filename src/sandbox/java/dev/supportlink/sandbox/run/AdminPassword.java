package dev.supportlink.sandbox.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the password of the user {@code admin}: in the file the server wrote, or in the variable it read. */
final class AdminPassword {

    private static final String VARIABLE = "SUPPORTLINK_ADMIN_PASSWORD";

    private AdminPassword() {}

    static String read(Path file) {
        return fromFile(file)
                .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
                .filter(password -> !password.isEmpty())
                .orElseThrow(() -> new RunFailed(
                        "There is no file " + file + " with the password of admin.",
                        "Start the server on an empty target/sandbox (mvn clean), or with the variable " + VARIABLE
                                + " set to admin's password."));
    }

    private static Optional<String> fromFile(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException unreadable) {
            throw new RunFailed("The file " + file + " cannot be read: " + unreadable, "Check whose file it is.");
        }
    }
}
