package dev.supportlink.sandbox.run;

import java.net.URI;
import java.nio.file.Path;

/** Where the server under the sandbox is, and where files lie. */
public record RunSettings(URI baseUrl, Path dataDirectory, Path sandboxDirectory) {

    Path adminPasswordFile() {
        return dataDirectory.resolve("initial-admin-password");
    }

    Path notebookFile() {
        return sandboxDirectory.resolve("notebook.json");
    }

    Path microsoftSideFile() {
        return sandboxDirectory.resolve("microsoft-side.json");
    }
}
