package dev.supportlink.store.secret;

import dev.supportlink.platform.text.Ids;
import dev.supportlink.secret.Sealer;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretState;
import dev.supportlink.secret.SecretVault;
import dev.supportlink.secret.SecretVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sealed secrets in the database. */
@ApplicationScoped
@Transactional
public class StoredSecretVault implements SecretVault {

    private static final int HINT_LENGTH = 3;
    private static final int SHORTEST_WITH_HINT = 16;

    @PersistenceContext(unitName = "supportlink")
    EntityManager entities;

    @Inject
    Sealer sealer;

    @Inject
    Clock clock;

    @Override
    public SecretVersion store(
            String connectionId, SecretKind kind, String target, Secret value, @Nullable Instant expiresAt) {
        discard(connectionId, kind, SecretState.REMOVED);
        SealedSecretRow row = new SealedSecretRow();
        row.id = Ids.next();
        row.connectionId = connectionId;
        row.kind = kind.word();
        row.target = target;
        row.sealed = sealer.seal(connectionId, kind, target, value);
        row.state = SecretState.CURRENT.word();
        row.hint = hint(kind, value);
        row.createdAt = clock.instant();
        row.expiresAt = expiresAt;
        entities.persist(row);
        return row.toVersion();
    }

    @Override
    public Optional<Secret> open(String connectionId, SecretKind kind, String target) {
        return currentRow(connectionId, kind)
                .filter(row -> row.target.equals(target))
                .flatMap(row -> sealer.open(connectionId, kind, target, row.sealed));
    }

    @Override
    public Optional<SecretVersion> current(String connectionId, SecretKind kind) {
        return currentRow(connectionId, kind).map(SealedSecretRow::toVersion);
    }

    @Override
    public List<SecretVersion> versions(String connectionId, SecretKind kind) {
        return entities
                .createQuery(
                        "select s from SealedSecretRow s where s.connectionId = :connection and s.kind = :kind"
                                + " order by s.createdAt desc, s.id",
                        SealedSecretRow.class)
                .setParameter("connection", connectionId)
                .setParameter("kind", kind.word())
                .getResultList()
                .stream()
                .map(SealedSecretRow::toVersion)
                .toList();
    }

    @Override
    public void discard(String connectionId, SecretKind kind, SecretState endState) {
        currentRow(connectionId, kind).ifPresent(row -> row.end(endState));
        entities.flush();
    }

    private Optional<SealedSecretRow> currentRow(String connectionId, SecretKind kind) {
        return entities
                .createQuery(
                        "select s from SealedSecretRow s where s.connectionId = :connection and s.kind = :kind"
                                + " and s.state = :state",
                        SealedSecretRow.class)
                .setParameter("connection", connectionId)
                .setParameter("kind", kind.word())
                .setParameter("state", SecretState.CURRENT.word())
                .getResultList()
                .stream()
                .findFirst();
    }

    /** As Entra shows it, to tell secrets apart there; of a password nothing is kept in clear. */
    private static String hint(SecretKind kind, Secret value) {
        String clear = value.reveal();
        boolean telling = kind.ofApplication() && clear.length() >= SHORTEST_WITH_HINT;
        return telling ? clear.substring(0, HINT_LENGTH) : "";
    }
}
