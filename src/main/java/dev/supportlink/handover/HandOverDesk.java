package dev.supportlink.handover;

import dev.supportlink.audit.AuditTrail;
import dev.supportlink.connection.AdminRole;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.secret.KeyedHasher;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** What operators do with hand-overs: issue, look, revoke. */
@ApplicationScoped
public class HandOverDesk {

    @Inject
    HandOverRepository handOvers;

    @Inject
    HandOverSessionRepository sessions;

    @Inject
    ConnectionRepository connections;

    @Inject
    RoleWork work;

    @Inject
    KeyedHasher hasher;

    @Inject
    HandOverSettings settings;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** A hand-over together with its token, which nobody can read again. */
    public record Issued(HandOver handOver, Secret token) {}

    /** A new one. It locks the connection, so that its role's progress is neither missed nor seen twice. */
    @Transactional
    public Issued issue(String connectionId, AdminRole role, @Nullable Duration expiresIn, String actor) {
        connections.lock(connectionId);
        Duration lifespan = expiresIn == null ? settings.lifespan() : checked(expiresIn);
        RoleWork.Progress progress = work.of(connectionId, role);
        if (progress == RoleWork.Progress.NONE) {
            throw new InvalidInput(
                    "adminRole", "must be a role with steps; the plan of this connection has none for " + role.word());
        }
        Secret token = Secret.generate();
        HandOver handOver = made(connectionId, role, lifespan, actor, progress);
        handOvers.add(handOver, hasher.hash(Purposes.TOKEN, token));
        audit.record(
                actor,
                "hand-over-issued",
                connectionId,
                Map.of(
                        "handOver",
                        handOver.id(),
                        "adminRole",
                        role.word(),
                        "expiresAt",
                        handOver.expiresAt().toString()));
        return new Issued(handOver, token);
    }

    public HandOver get(String connectionId, String id) {
        return handOvers.find(connectionId, id).orElseThrow(() -> new HandOverNotFound(id));
    }

    public Slice<HandOver> list(String connectionId, PageRequest page) {
        connections.get(connectionId);
        return handOvers.list(connectionId, page);
    }

    /**
     * Ends link and session, on every node at once; what is revoked already stays so.
     *
     * @param precondition told the present version before anything changes; throws when the caller knew another
     */
    @Transactional
    public void revoke(String connectionId, String id, LongConsumer precondition, String actor) {
        connections.lock(connectionId);
        HandOver handOver = get(connectionId, id);
        Instant now = clock.instant();
        precondition.accept(handOver.versionAt(now));
        if (handOvers.revoke(id, now)) {
            sessions.end(id);
            audit.record(
                    actor,
                    "hand-over-revoked",
                    connectionId,
                    Map.of("handOver", id, "adminRole", handOver.role().word()));
        }
    }

    private HandOver made(
            String connectionId, AdminRole role, Duration lifespan, String actor, RoleWork.Progress progress) {
        Instant now = clock.instant();
        HandOver fresh =
                new HandOver(Ids.next(), 1, connectionId, role, now, actor, now.plus(lifespan), null, null, null, null);
        return progress == RoleWork.Progress.DONE ? fresh.finished(now) : fresh;
    }

    private Duration checked(Duration wanted) {
        Duration longest = settings.longestLifespan();
        if (wanted.compareTo(HandOverSettings.SHORTEST) < 0 || wanted.compareTo(longest) > 0) {
            throw new InvalidInput(
                    "expiresIn", "must be an ISO 8601 duration from " + HandOverSettings.SHORTEST + " to " + longest);
        }
        return wanted;
    }
}
