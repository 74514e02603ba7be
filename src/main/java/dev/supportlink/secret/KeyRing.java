package dev.supportlink.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;
import dev.supportlink.platform.config.ServerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the installation's keys. The first start makes a keyset; every later one needs the same keyset and is refused
 * without it: a new one could open nothing.
 */
@ApplicationScoped
public class KeyRing {

    @Inject
    ServerSettings server;

    @Inject
    InstallationRepository installations;

    @Inject
    Clock clock;

    private volatile @Nullable Aead aead;
    private volatile @Nullable PrfSet prfs;

    /** Opens the keyset, or makes it at the first start; {@link UnusableKeyset} says what is wrong and what to do. */
    public synchronized void open() {
        if (aead != null) {
            return;
        }
        KeysetFile file = new KeysetFile(server.keysetFile());
        Keyset keyset = installations.find().map(known -> matching(file, known)).orElseGet(() -> first(file));
        prfs = keyset.prfs();
        aead = keyset.aead();
    }

    Aead aead() {
        Aead opened = aead;
        if (opened == null) {
            open();
            opened = java.util.Objects.requireNonNull(aead);
        }
        return opened;
    }

    PrfSet prfs() {
        aead();
        return java.util.Objects.requireNonNull(prfs);
    }

    private Keyset first(KeysetFile file) {
        Optional<Keyset> present = read(file);
        Keyset keyset = present.orElseGet(Keyset::generate);
        if (present.isEmpty()) {
            file.write(keyset);
        }
        Installation established =
                installations.establish(new Installation(server.sandbox(), keyset.fingerprint(), clock.instant()));
        return matching(file, established);
    }

    private Keyset matching(KeysetFile file, Installation known) {
        Keyset keyset = read(file)
                .orElseThrow(() -> new UnusableKeyset("The keyset file " + file.path()
                        + " (supportlink.keyset.file) is missing, but the database holds secrets sealed with it. Restore the file"
                        + " from your backup. A new keyset could not open them and is not made."));
        if (!keyset.hasFingerprint(known.keysetFingerprint())) {
            throw new UnusableKeyset("The keyset file " + file.path()
                    + " (supportlink.keyset.file) is not the one this database's secrets were sealed with. Point the"
                    + " setting to the right file, or restore it from your backup.");
        }
        return keyset;
    }

    private static Optional<Keyset> read(KeysetFile file) {
        try {
            return file.read();
        } catch (UnusableKeyset wrong) {
            throw new UnusableKeyset(
                    "The keyset file " + file.path() + " (supportlink.keyset.file) " + wrong.getMessage() + ".");
        }
    }
}
