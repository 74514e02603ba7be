package dev.supportlink.secret;

import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.platform.config.StartUpCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Refuses a database that belongs to another kind of server, and a keyset that belongs to another database. */
@ApplicationScoped
public class InstallationCheck implements StartUpCheck {

    @Inject
    ServerSettings server;

    @Inject
    InstallationRepository installations;

    @Inject
    KeyRing keys;

    @Override
    public List<String> problems() {
        return wrongKind().or(this::wrongKeyset).stream().toList();
    }

    private Optional<String> wrongKind() {
        return installations
                .find()
                .filter(known -> known.sandbox() != server.sandbox())
                .map(known -> known.sandbox()
                        ? "This database was made by a sandbox (supportlink.sandbox=true); a server that is none does not"
                                + " open it. Point supportlink.database.url or supportlink.data.dir to your own database."
                        : "This database was not made by a sandbox; a server with supportlink.sandbox=true does not open"
                                + " it. Remove the setting, or point supportlink.data.dir to another directory.");
    }

    private Optional<String> wrongKeyset() {
        try {
            keys.open();
            return Optional.empty();
        } catch (UnusableKeyset wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
    }
}
