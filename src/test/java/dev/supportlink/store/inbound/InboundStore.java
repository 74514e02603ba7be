package dev.supportlink.store.inbound;

import dev.supportlink.inbound.ClientTerms;
import dev.supportlink.inbound.IdentityRepository;
import dev.supportlink.inbound.InboundIdentity;
import dev.supportlink.inbound.LeftoverRepository;
import dev.supportlink.inbound.ProbeRepository;
import dev.supportlink.inbound.StoredToken;
import dev.supportlink.inbound.TokenHash;
import dev.supportlink.inbound.TokenKind;
import dev.supportlink.inbound.TokenRepository;
import dev.supportlink.inbound.entra.EntraCallerRepository;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.secret.KeyedHash;
import dev.supportlink.store.StoreSql;
import dev.supportlink.testing.StoredConnection;
import dev.supportlink.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** The adapters of the inbound feature over a test database. */
public final class InboundStore {

    private final TestDatabase database;

    public InboundStore(TestDatabase database) {
        this.database = database;
    }

    public IdentityRepository identities() {
        return database.port(IdentityRepository.class, InboundStore::identitiesIn);
    }

    public TokenRepository tokens() {
        return database.port(TokenRepository.class, InboundStore::tokensIn);
    }

    public ProbeRepository probes() {
        return database.port(ProbeRepository.class, entities -> {
            StoredProbes adapter = new StoredProbes();
            adapter.entities = entities;
            return adapter;
        });
    }

    public EntraCallerRepository entraCallers() {
        return database.port(EntraCallerRepository.class, entities -> {
            StoredEntraCallers adapter = new StoredEntraCallers();
            adapter.entities = entities;
            return adapter;
        });
    }

    public LeftoverRepository leftovers() {
        return database.port(LeftoverRepository.class, InboundStore::leftoversIn);
    }

    /** A token of this identity that was issued then, with a random hash; ids of keys may be negative. */
    static StoredToken token(
            InboundIdentity identity, TokenKind kind, String family, Instant issuedAt, Instant expiresAt) {
        return new StoredToken(
                TokenHash.of(expiresAt, new KeyedHash(-7, Ids.next() + Ids.next())),
                kind,
                identity.connectionId(),
                identity.userName(),
                family,
                1,
                false,
                issuedAt,
                expiresAt,
                null);
    }

    static StoredLeftovers leftoversIn(EntityManager entities) {
        StoredLeftovers adapter = new StoredLeftovers();
        adapter.sql = StoreSql.within(entities);
        return adapter;
    }

    /** The adapter within one transaction. */
    static StoredIdentities identitiesIn(EntityManager entities) {
        StoredIdentities adapter = new StoredIdentities();
        adapter.entities = entities;
        adapter.sql = StoreSql.within(entities);
        return adapter;
    }

    static StoredTokens tokensIn(EntityManager entities) {
        StoredTokens adapter = new StoredTokens();
        adapter.sql = StoreSql.within(entities);
        return adapter;
    }

    /** The id of a new connection. */
    public String connection() {
        return StoredConnection.in(database);
    }

    /** The identity of a new connection. */
    public InboundIdentity identity(Instant at) {
        InboundIdentity identity = new InboundIdentity(
                connection(), Ids.next(), "supportlink-" + Ids.next().substring(0, 8), ClientTerms.DEFAULT, 1, 1);
        identities().add(identity, at);
        return identity;
    }

    /** Gives a connection another set-up. */
    public void setUp(String connectionId, String type, String mode) {
        database.run(entities -> entities.createNativeQuery(
                        "update connection set setup_type = ?, inbound_mode = ? where id = ?")
                .setParameter(1, type)
                .setParameter(2, mode)
                .setParameter(3, connectionId)
                .executeUpdate());
    }

    public void removeConnection(String id) {
        database.run(entities -> entities.createNativeQuery("delete from connection where id = '" + id + "'")
                .executeUpdate());
    }
}
