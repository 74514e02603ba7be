package dev.supportlink.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.access.LinkThrottles;
import dev.supportlink.connection.AdminRole;
import dev.supportlink.inbound.FakeHasher;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.secret.Secret;
import dev.supportlink.store.handover.HandOverStore;
import dev.supportlink.testing.AtOnce;
import dev.supportlink.testing.AuditNotes;
import dev.supportlink.testing.TestDatabase;
import dev.supportlink.testing.TurnableClock;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Browsers that trade one link in the same moment, each in a transaction of its own, on both databases. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class HandOverRaceIT {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final int BROWSERS = 6;

    @Parameter
    TestDatabase database;

    private final TurnableClock clock = new TurnableClock(NOW);
    private final FakeHasher hasher = new FakeHasher();
    private final Secret token = Secret.generate();
    HandOver handOver;

    @BeforeEach
    void issue() {
        String connection = new HandOverStore(database).connection();
        handOver = new HandOver(
                Ids.next(),
                1,
                connection,
                AdminRole.ENTRA_ADMIN,
                NOW,
                "admin",
                NOW.plus(Duration.ofHours(72)),
                null,
                null,
                null,
                null);
        new HandOverStore(database).handOvers().add(handOver, hasher.hash(Purposes.TOKEN, token));
    }

    @RepeatedTest(20)
    void exactlyOneGetsIn() throws Exception {
        List<HandOverTrade.Result> results = AtOnce.run(BROWSERS, () -> trade(Optional.empty()));

        assertThat(results).filteredOn(result -> result.entry().isPresent()).hasSize(1);
        assertThat(results)
                .filteredOn(result -> result.entry().isEmpty())
                .allMatch(result -> result.refusal().equals(Optional.of(TradeRefusal.OTHER_BROWSER)));
    }

    @RepeatedTest(20)
    void allTabsOfTheBrowserGetInAndOneSessionIsLeft() throws Exception {
        Optional<Secret> browser = trade(Optional.empty()).entry().orElseThrow().browser();

        List<HandOverTrade.Result> results = AtOnce.run(BROWSERS, () -> trade(browser));

        assertThat(results).allMatch(result -> result.entry().isPresent());
        assertThat(results.stream()
                        .map(result -> result.entry().orElseThrow().session().orElseThrow())
                        .filter(this::opens))
                .hasSize(1);
    }

    private HandOverTrade.Result trade(Optional<Secret> browser) {
        HandOverDoor.Visit visit = new HandOverDoor.Visit(token, browser, Optional.empty(), "192.0.2.7");
        return database.inTransaction(entities -> within(entities).attempt(visit));
    }

    private boolean opens(Secret session) {
        return new HandOverStore(database)
                .sessions()
                .find(hasher.candidates(Purposes.SESSION, session), NOW)
                .isPresent();
    }

    private HandOverTrade within(EntityManager entities) {
        HandOverTrade trade = new HandOverTrade();
        trade.handOvers = HandOverStore.handOversIn(entities);
        trade.sessions = HandOverStore.sessionsIn(entities);
        trade.hasher = hasher;
        trade.audit = new AuditNotes();
        trade.strangers = LinkThrottles.audit(trade.audit, clock);
        trade.clock = clock;
        return trade;
    }
}
