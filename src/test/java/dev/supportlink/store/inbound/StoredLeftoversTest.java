package dev.supportlink.store.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.inbound.InboundIdentity;
import dev.supportlink.inbound.LeftoverRepository;
import dev.supportlink.inbound.Leftovers;
import dev.supportlink.inbound.Leftovers.Kind;
import dev.supportlink.inbound.ProbeTicket;
import dev.supportlink.inbound.Purge;
import dev.supportlink.inbound.StoredToken;
import dev.supportlink.inbound.TokenHash;
import dev.supportlink.inbound.TokenKind;
import dev.supportlink.inbound.TokenRepository;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.secret.KeyedHash;
import dev.supportlink.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** In a time of its own, because the purge looks at the rows of all tests. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class StoredLeftoversTest {

    private static final Instant NOW = Instant.parse("2025-01-01T10:00:00Z");

    @Parameter
    TestDatabase database;

    InboundStore store;
    TokenRepository tokens;
    LeftoverRepository leftovers;
    InboundIdentity identity;

    @BeforeEach
    void open() {
        store = new InboundStore(database);
        tokens = store.tokens();
        leftovers = store.leftovers();
        identity = store.identity(NOW);
        removeAll();
    }

    @Test
    void expiredTokensGoInBatchesAndLiveOnesStay() {
        for (int number = 1; number <= 5; number++) {
            added(NOW.minusSeconds(number));
        }
        StoredToken edge = added(NOW.minusNanos(1_000_000));
        StoredToken endedThisSecond = added(NOW);
        StoredToken alive = added(NOW.plusMillis(1));

        assertThat(List.of(removeNext(4), removeNext(4), removeNext(4))).containsExactly(4, 2, 0);
        assertThat(isThere(edge)).isFalse();
        assertThat(isThere(endedThisSecond) && isThere(alive)).isTrue();
    }

    @Test
    void theLongestEndedComeFirstAndTheLastIsSaid() {
        StoredToken second = added(NOW.minusSeconds(2));
        StoredToken first = added(NOW.minusSeconds(3));
        added(NOW.minusSeconds(1));

        Leftovers found = next(Kind.EXPIRED_TOKENS, 2).orElseThrow();

        assertThat(found.ids())
                .containsExactlyInAnyOrder(first.hash().text(), second.hash().text());
        assertThat(found.last()).isEqualTo(second.hash().text());
    }

    @Test
    void whatEndedBeforeTheLastLookIsPassedOver() {
        StoredToken before = added(NOW.minusSeconds(2));
        StoredToken later = added(NOW.minusSeconds(1));

        assertThat(leftovers
                        .next(Kind.EXPIRED_TOKENS, before.hash().text(), NOW, 9)
                        .orElseThrow()
                        .ids())
                .containsExactly(later.hash().text());
    }

    @Test
    void whatSomebodyHoldsIsLeftToTheNextRun() {
        StoredToken held = added(NOW.minusSeconds(2));
        StoredToken free = added(NOW.minusSeconds(1));

        database.run(entities -> {
            InboundStore.tokensIn(entities).hold(List.of(held.hash()));
            assertThat(removeNext(9)).isEqualTo(1);
        });

        assertThat(isThere(held)).isTrue();
        assertThat(isThere(free)).isFalse();
        assertThat(removeNext(9)).isEqualTo(1);
    }

    @Test
    void whereOthersHoldEverythingThePurgeGoesOnBehindIt() {
        List<StoredToken> held = List.of(added(NOW.minusSeconds(2)), added(NOW.minusSeconds(2)));
        StoredToken free = added(NOW.minusSeconds(1));

        database.run(entities -> {
            held.forEach(token -> InboundStore.tokensIn(entities).hold(List.of(token.hash())));
            Leftovers none = next(Kind.EXPIRED_TOKENS, 2).orElseThrow();
            assertThat(none.ids()).isEmpty();
            assertThat(held).extracting(token -> token.hash().text()).contains(none.last());
            assertThat(removeAllTokens()).isEqualTo(1);
        });

        assertThat(isThere(free)).isFalse();
        assertThat(removeAllTokens()).isEqualTo(2);
    }

    @Test
    void tokensFromBeforeTheirKeysToldTheEndGoAtTheirEnd() {
        StoredToken ended = added("00000000", NOW.minusSeconds(1));
        StoredToken alive = added("00000000", NOW.plusSeconds(1));

        assertThat(removeAllTokens()).isEqualTo(1);

        assertThat(isThere(ended)).isFalse();
        assertThat(isThere(alive)).isTrue();
        assertThat(leftovers.any(NOW)).isFalse();
    }

    @Test
    void twoNodesShareTheWork() {
        for (int number = 1; number <= 6; number++) {
            added(NOW.minusSeconds(number));
        }

        database.run(entities -> {
            LeftoverRepository within = InboundStore.leftoversIn(entities);
            Leftovers mine = within.next(Kind.EXPIRED_TOKENS, "", NOW, 3).orElseThrow();
            assertThat(mine.ids()).hasSize(3);
            assertThat(removeNext(9)).isEqualTo(3);
            assertThat(within.remove(mine)).isEqualTo(3);
        });

        assertThat(leftovers.any(NOW)).isFalse();
    }

    @Test
    void tokensOfARevokedGenerationGoThoughTheyHaveNotExpired() {
        List<StoredToken> dead = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            dead.add(added(NOW.plusSeconds(600)));
        }
        assertThat(leftovers.any(NOW)).isFalse();

        store.identities().raiseGeneration(identity.connectionId());
        StoredToken alive = added(NOW.plusSeconds(600), 2);

        assertThat(leftovers.any(NOW)).isTrue();
        assertThat(List.of(
                        remove(Kind.REVOKED_TOKENS, 2), remove(Kind.REVOKED_TOKENS, 2), remove(Kind.REVOKED_TOKENS, 2)))
                .containsExactly(2, 1, 0);
        assertThat(dead).noneMatch(this::isThere);
        assertThat(isThere(alive)).isTrue();
        assertThat(leftovers.any(NOW)).as("not looked at again").isFalse();
    }

    @Test
    void revocationsOfSeveralClientsAreAllFollowed() {
        InboundIdentity other = store.identity(NOW);
        store.identities().raiseGeneration(identity.connectionId());
        store.identities().raiseGeneration(other.connectionId());
        StoredToken dead = added(NOW.plusSeconds(600));
        identity = other;
        StoredToken others = added(NOW.plusSeconds(600));

        assertThat(remove(Kind.REVOKED_TOKENS, 9) + remove(Kind.REVOKED_TOKENS, 9))
                .isEqualTo(2);
        assertThat(remove(Kind.REVOKED_TOKENS, 9)).isZero();
        assertThat(isThere(dead) || isThere(others)).isFalse();
    }

    @Test
    void expiredProbesGo() {
        store.probes().add(probe(NOW));
        ProbeTicket alive = probe(NOW.plusSeconds(1));
        store.probes().add(alive);
        assertThat(leftovers.any(NOW)).isTrue();

        assertThat(remove(Kind.EXPIRED_PROBES, 9)).isEqualTo(1);

        assertThat(store.probes().findByPass(List.of(alive.pass()))).contains(alive);
        assertThat(leftovers.any(NOW)).isFalse();
    }

    private void removeAll() {
        for (Kind kind : Kind.values()) {
            while (remove(kind, 500) > 0) {
                assertThat(leftovers).isNotNull();
            }
        }
    }

    /** A whole walk, every batch in a transaction of its own. */
    private int removeAllTokens() {
        Purge purge = new Purge(leftovers, NOW);
        int removed = 0;
        for (Optional<Leftovers> next = purge.next(); next.isPresent(); next = purge.next()) {
            removed += leftovers.remove(next.get());
        }
        return removed;
    }

    private int removeNext(int most) {
        return remove(Kind.EXPIRED_TOKENS, most);
    }

    /** As a chunk does it: looks and removes in one transaction. */
    private int remove(Kind kind, int most) {
        return database.inTransaction(entities -> {
            LeftoverRepository within = InboundStore.leftoversIn(entities);
            return within.next(kind, "", NOW, most).map(within::remove).orElse(0);
        });
    }

    private Optional<Leftovers> next(Kind kind, int most) {
        return leftovers.next(kind, "", NOW, most);
    }

    private boolean isThere(StoredToken token) {
        return tokens.find(List.of(token.hash())).isPresent();
    }

    private StoredToken added(Instant expiresAt) {
        return added(expiresAt, 1);
    }

    private StoredToken added(Instant expiresAt, long generation) {
        return added(TokenHash.of(expiresAt, hash()), expiresAt, generation);
    }

    private StoredToken added(String prefix, Instant expiresAt) {
        return added(new TokenHash(1, prefix + hash().hex()), expiresAt, 1);
    }

    private StoredToken added(TokenHash hash, Instant expiresAt, long generation) {
        StoredToken token = new StoredToken(
                hash,
                TokenKind.ACCESS,
                identity.connectionId(),
                identity.userName(),
                Ids.next(),
                generation,
                false,
                NOW.minusSeconds(9),
                expiresAt,
                null);
        tokens.add(List.of(token));
        return token;
    }

    private ProbeTicket probe(Instant expiresAt) {
        return new ProbeTicket(Ids.next(), identity.connectionId(), hash(), hash(), hash(), expiresAt);
    }

    private static KeyedHash hash() {
        return new KeyedHash(1, Ids.next() + Ids.next());
    }
}
