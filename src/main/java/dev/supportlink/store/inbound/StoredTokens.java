package dev.supportlink.store.inbound;

import dev.supportlink.inbound.IssuedTokens;
import dev.supportlink.inbound.StoredToken;
import dev.supportlink.inbound.TokenDoor;
import dev.supportlink.inbound.TokenHash;
import dev.supportlink.inbound.TokenKind;
import dev.supportlink.inbound.TokenRepository;
import dev.supportlink.platform.text.Word;
import dev.supportlink.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Issued tokens in the database. Plain SQL: these statements run with every call. */
@ApplicationScoped
@Transactional
public class StoredTokens implements TokenRepository {

    private static final String COLUMNS = "t.mac, t.mac_key, t.kind, t.connection_id, t.user_name, t.family,"
            + " t.generation, t.read_only, t.issued_at, t.expires_at, t.used_at";

    private static final String ACCEPTED = "select " + COLUMNS + " from inbound_token t"
            + " join inbound_identity i on i.connection_id = t.connection_id and i.generation = t.generation"
            + " join connection c on c.id = t.connection_id and c.setup_type = ? and c.inbound_mode = ?"
            + " where t.mac in ";

    private static final String ADD = "insert into inbound_token (mac, mac_key, kind, connection_id, user_name, family,"
            + " generation, read_only, issued_at, expires_at, used_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String FIND = "select " + COLUMNS + " from inbound_token t where t.mac in ";

    private static final String UNUSED =
            "select mac from inbound_token where mac in %s and used_at is null order by mac for update";

    @Inject
    Sql sql;

    @Override
    public void add(List<StoredToken> issued) {
        sql.updateAll(ADD, issued.stream().<List<?>>map(StoredTokens::columns).toList());
    }

    /** The refresh tokens are locked in the order of their hashes, or two nodes might wait for one another. */
    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public List<Boolean> addTogether(List<IssuedTokens> grants) {
        Set<String> unused = lockUnused(grants);
        List<Boolean> stored = grants.stream()
                .map(grant -> grant.refreshedBy() == null
                        || unused.contains(grant.refreshedBy().text()))
                .toList();
        add(IntStream.range(0, grants.size())
                .filter(stored::get)
                .mapToObj(place -> grants.get(place).tokens())
                .flatMap(List::stream)
                .toList());
        return stored;
    }

    private Set<String> lockUnused(List<IssuedTokens> grants) {
        List<String> presented = grants.stream()
                .map(IssuedTokens::refreshedBy)
                .filter(Objects::nonNull)
                .map(TokenHash::text)
                .distinct()
                .toList();
        return presented.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.query(
                        UNUSED.formatted(marks(evened(presented).size())), evened(presented), row -> row.getString(1)));
    }

    /** Filled up to a power of two: each number of places is another statement to be kept prepared. */
    private static List<String> evened(List<String> macs) {
        List<String> even = new ArrayList<>(macs);
        while (Integer.bitCount(even.size()) > 1) {
            even.add(macs.get(0));
        }
        return even;
    }

    @Override
    @Transactional(TxType.SUPPORTS)
    public Optional<StoredToken> find(List<TokenHash> candidates) {
        return sql.first(FIND + places(candidates), macs(candidates), StoredTokens::token);
    }

    /** Needs no transaction of its own: this is the read of every call that comes in. */
    @Override
    @Transactional(TxType.SUPPORTS)
    public Optional<StoredToken> findAccepted(List<TokenHash> candidates) {
        List<String> arguments = new ArrayList<>(List.of(TokenDoor.TYPE.word(), TokenDoor.MODE.word()));
        arguments.addAll(macs(candidates));
        return sql.first(ACCEPTED + places(candidates), arguments, StoredTokens::token);
    }

    @Override
    public Optional<StoredToken> hold(List<TokenHash> candidates) {
        return sql.first(FIND + places(candidates) + " for update", macs(candidates), StoredTokens::token);
    }

    @Override
    public void markUsed(StoredToken token, Instant at) {
        sql.update(
                "update inbound_token set used_at = ? where mac = ?",
                at,
                token.hash().text());
    }

    @Override
    public void remove(StoredToken token) {
        sql.update("delete from inbound_token where mac = ?", token.hash().text());
    }

    /**
     * One end of a family at a time for each client, or two of them wait for one another. Again and again until nothing is
     * left: while a statement waits for a refresh that holds a token, that refresh stores tokens it does not see.
     */
    @Override
    public int removeFamily(String connectionId, String family) {
        sql.update("update inbound_identity set created_at = created_at where connection_id = ?", connectionId);
        int all = 0;
        int removed;
        do {
            removed = sql.update(
                    "delete from inbound_token where connection_id = ? and family = ?", connectionId, family);
            all += removed;
        } while (removed > 0);
        return all;
    }

    private static String places(List<TokenHash> candidates) {
        return marks(candidates.size());
    }

    private static String marks(int places) {
        return places == 1 ? "(?)" : "(" + String.join(",", Collections.nCopies(places, "?")) + ")";
    }

    private static List<String> macs(List<TokenHash> candidates) {
        return candidates.stream().map(TokenHash::text).toList();
    }

    private static List<@Nullable Object> columns(StoredToken token) {
        return Arrays.asList(
                token.hash().text(),
                token.hash().keyId(),
                token.kind().word(),
                token.connectionId(),
                token.userName(),
                token.family(),
                token.generation(),
                token.readOnly(),
                token.issuedAt(),
                token.expiresAt(),
                token.usedAt());
    }

    private static StoredToken token(ResultSet row) throws SQLException {
        return new StoredToken(
                new TokenHash(row.getInt("mac_key"), row.getString("mac")),
                Word.parse(TokenKind.class, row.getString("kind")).orElseThrow(),
                row.getString("connection_id"),
                row.getString("user_name"),
                row.getString("family"),
                row.getLong("generation"),
                row.getBoolean("read_only"),
                Objects.requireNonNull(Sql.instant(row, "issued_at")),
                Objects.requireNonNull(Sql.instant(row, "expires_at")),
                Sql.instant(row, "used_at"));
    }
}
