package dev.supportlink.store.handover;

import dev.supportlink.handover.HandOver;
import dev.supportlink.handover.HandOverSessionRepository;
import dev.supportlink.secret.KeyedHash;
import dev.supportlink.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sessions of hand-overs in the database. */
@ApplicationScoped
@Transactional
public class StoredHandOverSessions implements HandOverSessionRepository {

    @Inject
    Sql sql;

    @Override
    public void replace(String handOverId, KeyedHash value, Instant now, Instant expiresAt) {
        end(handOverId);
        sql.update(
                "insert into hand_over_session (mac, mac_key, hand_over_id, created_at, expires_at) values (?, ?, ?, ?, ?)",
                value.hex(),
                value.keyId(),
                handOverId,
                now,
                expiresAt);
    }

    /** The end of the hand-over ends the session, whatever else is stored of it. */
    @Override
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<HandOver> find(List<KeyedHash> candidates, Instant now) {
        List<Object> arguments = new ArrayList<>(StoredHandOvers.macs(candidates));
        arguments.add(now);
        arguments.add(now);
        return sql.first(
                "select " + HandOverReading.COLUMNS
                        + " from hand_over_session s join hand_over h on h.id = s.hand_over_id"
                        + " where s.mac in (" + StoredHandOvers.places(candidates)
                        + ") and s.expires_at > ? and h.expires_at > ? and h.revoked_at is null",
                arguments,
                HandOverReading::read);
    }

    @Override
    public boolean end(String handOverId) {
        return sql.update("delete from hand_over_session where hand_over_id = ?", handOverId) > 0;
    }
}
