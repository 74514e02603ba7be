package dev.supportlink.store.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.inbound.InboundIdentity;
import dev.supportlink.inbound.IssuedTokens;
import dev.supportlink.inbound.LeftoverRepository;
import dev.supportlink.inbound.Leftovers.Kind;
import dev.supportlink.inbound.StoredToken;
import dev.supportlink.inbound.TokenKind;
import dev.supportlink.inbound.TokenRepository;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Sign-ins, refreshes, ends of families, revocations of everything and purges at once: nobody waits in a circle. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class TokenTrafficIT {

    private static final Instant NOW = Instant.parse("2024-06-01T10:00:00Z");
    private static final int THREADS = 6;
    private static final int ROUNDS = 200;
    private static final int FAMILIES = 3;

    @Parameter
    TestDatabase database;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final AtomicReferenceArray<StoredToken> current = new AtomicReferenceArray<>(FAMILIES);
    private final AtomicInteger refreshed = new AtomicInteger();
    private final AtomicInteger removed = new AtomicInteger();
    InboundStore store;
    InboundIdentity identity;

    @BeforeEach
    void open() {
        store = new InboundStore(database);
        identity = store.identity(NOW);
        for (int family = 0; family < FAMILIES; family++) {
            signIn(family);
        }
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void nobodyWaitsInACircle() throws Exception {
        List<Future<?>> done = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Random random = new Random(thread);
            done.add(threads.submit(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    act(random.nextInt(10), random.nextInt(FAMILIES));
                }
            }));
        }
        for (Future<?> one : done) {
            one.get(120, TimeUnit.SECONDS);
        }

        assertThat(refreshed.get()).isPositive();
        assertThat(removed.get()).isPositive();
    }

    private void act(int what, int family) {
        switch (what) {
            case 0, 1 -> signIn(family);
            case 2 -> removed.addAndGet(end(current.get(family).family()));
            case 3 -> store.identities().raiseGeneration(identity.connectionId());
            case 4 -> purge(Kind.EXPIRED_TOKENS);
            case 5 -> purge(Kind.REVOKED_TOKENS);
            case 6 -> renew(family);
            default -> refresh(family);
        }
    }

    private void signIn(int family) {
        String name = Ids.next();
        StoredToken refresh = token(TokenKind.REFRESH, name, NOW.plusSeconds(60));
        StoredToken access = token(TokenKind.ACCESS, name, NOW.minusSeconds(1));
        store.tokens().add(List.of(refresh, access));
        current.set(family, refresh);
    }

    /** As an exchange with rotation does it. */
    private void refresh(int family) {
        StoredToken presented = current.get(family);
        StoredToken next = token(TokenKind.REFRESH, presented.family(), presented.expiresAt());
        boolean done = database.inTransaction(entities -> {
            TokenRepository tokens = InboundStore.tokensIn(entities);
            boolean good = tokens.hold(List.of(presented.hash()))
                    .filter(held -> held.usedAt() == null)
                    .isPresent();
            if (good) {
                tokens.add(List.of(token(TokenKind.ACCESS, presented.family(), NOW.minusSeconds(1)), next));
                tokens.markUsed(presented, NOW);
            }
            return good;
        });
        if (done) {
            current.compareAndSet(family, presented, next);
            refreshed.incrementAndGet();
        }
    }

    /** As callers without rotation do it, several at once. */
    private void renew(int family) {
        store.tokens()
                .addTogether(IntStream.range(0, FAMILIES)
                        .mapToObj(place -> current.get((family + place) % FAMILIES))
                        .map(presented -> new IssuedTokens(
                                List.of(token(TokenKind.ACCESS, presented.family(), NOW.minusSeconds(1))),
                                presented.hash()))
                        .toList());
    }

    private int end(String family) {
        return database.inTransaction(
                entities -> InboundStore.tokensIn(entities).removeFamily(identity.connectionId(), family));
    }

    private void purge(Kind kind) {
        database.run(entities -> {
            LeftoverRepository leftovers = InboundStore.leftoversIn(entities);
            leftovers.next(kind, "", NOW, 50).ifPresent(found -> removed.addAndGet(leftovers.remove(found)));
        });
    }

    private StoredToken token(TokenKind kind, String family, Instant expiresAt) {
        return InboundStore.token(identity, kind, family, NOW, expiresAt);
    }
}
