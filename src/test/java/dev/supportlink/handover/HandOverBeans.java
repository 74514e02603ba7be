package dev.supportlink.handover;

import dev.supportlink.access.LinkThrottles;
import dev.supportlink.connection.AdminRole;
import dev.supportlink.connection.Connection;
import dev.supportlink.inbound.FakeHasher;
import dev.supportlink.secret.Secret;
import dev.supportlink.testing.AuditNotes;
import dev.supportlink.testing.Connections;
import dev.supportlink.testing.InMemoryConnections;
import dev.supportlink.testing.TestSettings;
import dev.supportlink.testing.TurnableClock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The feature's beans put together by hand, over memory and a clock that the test turns. */
final class HandOverBeans {

    static final String HERE = "192.0.2.7";
    static final String ELSEWHERE = "198.51.100.9";

    final TurnableClock clock = new TurnableClock(Instant.parse("2026-11-24T10:00:00Z"));
    final AuditNotes audit = new AuditNotes();
    final InMemoryHandOvers stored = new InMemoryHandOvers();
    final InMemoryConnections connections = new InMemoryConnections();
    final Connection connection = Connections.basic();
    final FakeHasher hasher = new FakeHasher();
    final HandOverDesk desk = new HandOverDesk();
    final HandOverDoor door = new HandOverDoor();
    final HandOverSessions sessions = new HandOverSessions();
    final HandOverProgress progress = new HandOverProgress();
    RoleWork.Progress work = RoleWork.Progress.LEFT;

    HandOverBeans() {
        connections.add(connection);
        HandOverTrade trade = new HandOverTrade();
        trade.handOvers = stored;
        trade.sessions = stored;
        trade.hasher = hasher;
        trade.audit = audit;
        trade.strangers = LinkThrottles.audit(audit, clock);
        trade.clock = clock;
        door.trade = trade;
        door.throttle = LinkThrottles.by(clock);
        desk.handOvers = stored;
        desk.sessions = stored;
        desk.connections = connections;
        desk.work = (id, role) -> work;
        desk.hasher = hasher;
        desk.settings = HandOverSettings.over(TestSettings.of(Map.of()));
        desk.audit = audit;
        desk.clock = clock;
        sessions.sessions = stored;
        sessions.hasher = hasher;
        sessions.audit = audit;
        sessions.clock = clock;
        progress.handOvers = stored;
        progress.work = (id, role) -> work;
        progress.audit = audit;
        progress.clock = clock;
    }

    HandOverDesk.Issued issue() {
        return desk.issue(connection.id(), AdminRole.ENTRA_ADMIN, null, "admin");
    }

    /** As the operator sees it. */
    HandOver seen(HandOverDesk.Issued issued) {
        return desk.get(connection.id(), issued.handOver().id());
    }

    /** One browser: it keeps what it is given. */
    final class Browser {

        private final String address;
        Optional<Secret> session = Optional.empty();
        Optional<Secret> cookie = Optional.empty();

        Browser(String address) {
            this.address = address;
        }

        HandOverDoor.Entry open(Secret token) {
            HandOverDoor.Entry entry = door.enter(new HandOverDoor.Visit(token, cookie, session, address));
            session = entry.session().or(() -> session);
            cookie = entry.browser().or(() -> cookie);
            return entry;
        }

        boolean isIn() {
            return session.flatMap(sessions::find).isPresent();
        }
    }
}
