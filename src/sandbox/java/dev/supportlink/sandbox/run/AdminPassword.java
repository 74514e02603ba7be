package dev.supportlink.sandbox.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds the password of the user {@code admin}: in the file the server wrote, else in the notebook or a variable. */
final class AdminPassword {

    private static final String VARIABLE = "SUPPORTLINK_ADMIN_PASSWORD";
    private static final String NOTE = "password of admin";

    private final Path file;
    private final Notebook notebook;

    AdminPassword(Path file, Notebook notebook) {
        this.file = file;
        this.notebook = notebook;
    }

    /** Noted down, because the server asks to delete its file after the first sign-in. */
    String get() {
        String password = fromFile()
                .or(() -> notebook.find(NOTE))
                .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
                .orElseThrow(() -> new RunFailed(
                        "There is no file " + file + " with the password of admin.",
                        "Stop the server, run \"mvn clean\", start again; or set " + VARIABLE + " to the password."));
        notebook.note(Map.of(NOTE, password));
        return password;
    }

    private Optional<String> fromFile() {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException unreadable) {
            throw new RunFailed("The file " + file + " cannot be read: " + unreadable, "Check whose file it is.");
        }
    }
}
