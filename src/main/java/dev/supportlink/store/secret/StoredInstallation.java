package dev.supportlink.store.secret;

import dev.supportlink.secret.Installation;
import dev.supportlink.secret.InstallationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The installation's record in the database. */
@ApplicationScoped
@Transactional
public class StoredInstallation implements InstallationRepository {

    @PersistenceContext(unitName = "supportlink")
    EntityManager entities;

    @Override
    public Optional<Installation> find() {
        return Optional.ofNullable(entities.find(InstallationRow.class, InstallationRow.THE_ONE))
                .map(InstallationRow::toInstallation);
    }

    @Override
    public Installation establish(Installation installation) {
        Optional<Installation> known = find();
        if (known.isPresent()) {
            return known.get();
        }
        entities.persist(InstallationRow.of(installation));
        entities.flush();
        return installation;
    }
}
