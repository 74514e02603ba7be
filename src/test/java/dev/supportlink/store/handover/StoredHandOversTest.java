package dev.supportlink.store.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.AdminRole;
import dev.supportlink.handover.HandOver;
import dev.supportlink.handover.HandOverRepository;
import dev.supportlink.handover.HandOverSessionRepository;
import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.secret.KeyedHash;
import dev.supportlink.testing.AtOnce;
import dev.supportlink.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class StoredHandOversTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123456Z");
    private static final Instant END = NOW.plus(Duration.ofHours(72));

    @Parameter
    TestDatabase database;

    HandOverStore store;
    HandOverRepository handOvers;
    HandOverSessionRepository sessions;
    String connection;
    KeyedHash token;
    HandOver made;

    @BeforeEach
    void open() {
        store = new HandOverStore(database);
        handOvers = store.handOvers();
        sessions = store.sessions();
        connection = store.connection();
        token = hash();
        made = fresh(connection, NOW);
        handOvers.add(made, token);
    }

    @Test
    void isFoundAsItWasStored() {
        assertThat(handOvers.find(connection, made.id())).contains(made);
        assertThat(handOvers.lockByToken(List.of(hash(), token))).contains(made);
        assertThat(handOvers.lockByToken(List.of(hash()))).isEmpty();
        assertThat(handOvers.find(store.connection(), made.id())).isEmpty();
    }

    @Test
    void isBoundOnce() {
        HandOver.FirstUse first = use();

        assertThat(handOvers.bind(made.id(), first)).isTrue();
        assertThat(handOvers.bind(made.id(), use())).isFalse();

        HandOver bound = handOvers.find(connection, made.id()).orElseThrow();
        assertThat(bound.firstUse()).isEqualTo(first);
        assertThat(bound.revision()).isEqualTo(2);
        assertThat(handOvers.knowsBrowser(List.of(hash(), first.browser()))).isTrue();
        assertThat(handOvers.knowsBrowser(List.of(hash()))).isFalse();
    }

    @Test
    void revokedOneIsNotBound() {
        assertThat(handOvers.revoke(made.id(), NOW)).isTrue();

        assertThat(handOvers.bind(made.id(), use())).isFalse();
        assertThat(handOvers.revoke(made.id(), NOW.plusSeconds(1))).isFalse();
        assertThat(handOvers.find(connection, made.id()).orElseThrow().revokedAt())
                .isEqualTo(NOW);
    }

    /** Eight at a time: the lock alone, without the look that a trade takes first, lets one in. */
    @Test
    void ofManyBrowsersAtOnceOneIsBound() throws Exception {
        for (int round = 0; round < 20; round++) {
            HandOver wanted = fresh(connection, NOW);
            handOvers.add(wanted, hash());

            assertThat(AtOnce.run(8, () -> handOvers.bind(wanted.id(), use())))
                    .as("round %d", round)
                    .containsOnlyOnce(true);
        }
    }

    @Test
    void refusalsAreCounted() throws Exception {
        AtOnce.run(8, () -> {
            handOvers.recordRefusal(made.id(), NOW, "192.0.2.9");
            return true;
        });
        handOvers.recordRefusal(made.id(), NOW.plusSeconds(1), "2001:db8::1");

        HandOver seen = handOvers.find(connection, made.id()).orElseThrow();
        assertThat(seen.refused()).isEqualTo(new HandOver.Refused(9, NOW.plusSeconds(1), "2001:db8::1"));
        assertThat(seen.revision()).isEqualTo(10);
    }

    @Test
    void finishComesAndGoes() {
        handOvers.recordFinish(made.id(), NOW);
        assertThat(handOvers.find(connection, made.id()).orElseThrow().finishedAt())
                .isEqualTo(NOW);

        handOvers.recordFinish(made.id(), null);
        assertThat(handOvers.find(connection, made.id()).orElseThrow().finishedAt())
                .isNull();
    }

    @Test
    void livingOnesAreThoseNeitherRevokedNorExpired() {
        HandOver revoked = fresh(connection, NOW.plusSeconds(1));
        handOvers.add(revoked, hash());
        handOvers.revoke(revoked.id(), NOW);
        handOvers.add(fresh(store.connection(), NOW), hash());

        assertThat(handOvers.alive(connection, END.minusMillis(1))).containsExactly(made);
        assertThat(handOvers.alive(connection, END)).isEmpty();
    }

    @Test
    void listGoesFromTheNewestOnInPages() {
        List<HandOver> all = new ArrayList<>(List.of(made));
        for (int i = 1; i < 5; i++) {
            HandOver one = fresh(connection, NOW.plusSeconds(i / 2));
            handOvers.add(one, hash());
            all.add(one);
        }
        List<HandOver> seen = new ArrayList<>();
        String cursor = null;
        do {
            Slice<HandOver> page = handOvers.list(connection, new PageRequest(2, cursor));
            seen.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
        assertThat(seen)
                .isSortedAccordingTo(java.util.Comparator.comparing(HandOver::createdAt)
                        .thenComparing(HandOver::id)
                        .reversed());
    }

    @Test
    void sessionIsGoodUntilItsEndAndThatOfItsHandOver() {
        KeyedHash value = hash();
        sessions.replace(made.id(), value, NOW, END);

        assertThat(sessions.find(List.of(hash(), value), END.minusMillis(1))).contains(made);
        assertThat(sessions.find(List.of(value), END)).isEmpty();
        assertThat(sessions.find(List.of(hash()), NOW)).isEmpty();

        handOvers.revoke(made.id(), NOW);
        assertThat(sessions.find(List.of(value), NOW)).isEmpty();
    }

    @Test
    void newSessionEndsTheOneBefore() {
        KeyedHash before = hash();
        KeyedHash after = hash();
        sessions.replace(made.id(), before, NOW, END);
        sessions.replace(made.id(), after, NOW, END);

        assertThat(sessions.find(List.of(before), NOW)).isEmpty();
        assertThat(sessions.find(List.of(after), NOW)).isPresent();
        assertThat(sessions.end(made.id())).isTrue();
        assertThat(sessions.end(made.id())).isFalse();
        assertThat(sessions.find(List.of(after), NOW)).isEmpty();
    }

    @Test
    void endedOnesAreRemovedAFewAtATime() {
        handOvers.removeEnded(Instant.parse("2100-01-01T00:00:00Z"), 10_000);
        for (int i = 0; i < 5; i++) {
            HandOver old = fresh(connection, NOW.minus(Duration.ofDays(100)));
            handOvers.add(old, hash());
            sessions.replace(old.id(), hash(), NOW, old.expiresAt());
        }
        HandOver revoked = fresh(connection, NOW);
        handOvers.add(revoked, hash());
        handOvers.revoke(revoked.id(), NOW.minus(Duration.ofDays(40)));
        HandOver living = fresh(connection, NOW);
        handOvers.add(living, hash());
        Instant limit = NOW.minus(Duration.ofDays(30));

        assertThat(handOvers.anyEnded(limit)).isTrue();
        assertThat(handOvers.removeEnded(limit, 4)).isEqualTo(4);
        assertThat(handOvers.removeEnded(limit, 4)).isEqualTo(2);
        assertThat(handOvers.anyEnded(limit)).isFalse();
        assertThat(handOvers.find(connection, living.id())).isPresent();
    }

    @Test
    void goesWithItsConnection() {
        KeyedHash value = hash();
        sessions.replace(made.id(), value, NOW, END);

        store.removeConnection(connection);

        assertThat(handOvers.find(connection, made.id())).isEmpty();
        assertThat(sessions.find(List.of(value), NOW)).isEmpty();
    }

    private static HandOver fresh(String connection, Instant at) {
        return new HandOver(
                Ids.next(),
                1,
                connection,
                AdminRole.ENTRA_ADMIN,
                at,
                "admin",
                at.plus(Duration.ofHours(72)),
                null,
                null,
                null,
                null);
    }

    private static HandOver.FirstUse use() {
        return new HandOver.FirstUse(NOW, "192.0.2.7", hash());
    }

    private static KeyedHash hash() {
        return new KeyedHash(1, Ids.next() + Ids.next());
    }
}
