package dev.supportlink.secret;

import java.util.Optional;

/** Keeps the one record of the installation. */
public interface InstallationRepository {

    Optional<Installation> find();

    /** Stores it unless another node was first, and answers what is stored. */
    Installation establish(Installation installation);
}
