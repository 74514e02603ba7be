package dev.supportlink.store.secret;

import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretState;
import dev.supportlink.secret.ShownSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Which sealed secrets were shown, in the database: of two requests at once, one changes the row. */
@ApplicationScoped
@Transactional
public class StoredShownSecrets implements ShownSecrets {

    @PersistenceContext(unitName = "supportlink")
    EntityManager entities;

    @Inject
    Clock clock;

    @Override
    public boolean markShown(String connectionId, SecretKind kind) {
        return entities.createQuery("update SealedSecretRow s set s.shownAt = :now where s.connectionId = :connection"
                                + " and s.kind = :kind and s.state = :state and s.shownAt is null")
                        .setParameter("now", clock.instant())
                        .setParameter("connection", connectionId)
                        .setParameter("kind", kind.word())
                        .setParameter("state", SecretState.CURRENT.word())
                        .executeUpdate()
                == 1;
    }

    @Override
    public void forgetShown(String connectionId, SecretKind kind) {
        entities.createQuery("update SealedSecretRow s set s.shownAt = null where s.connectionId = :connection"
                        + " and s.kind = :kind and s.state = :state")
                .setParameter("connection", connectionId)
                .setParameter("kind", kind.word())
                .setParameter("state", SecretState.CURRENT.word())
                .executeUpdate();
    }
}
