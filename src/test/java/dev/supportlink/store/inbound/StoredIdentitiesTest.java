package dev.supportlink.store.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.supportlink.inbound.ClientTerms;
import dev.supportlink.inbound.IdentityRepository;
import dev.supportlink.inbound.InboundIdentity;
import dev.supportlink.inbound.InboundSecret;
import dev.supportlink.inbound.KnownClient;
import dev.supportlink.inbound.LiveValue;
import dev.supportlink.inbound.StoredToken;
import dev.supportlink.inbound.TokenHash;
import dev.supportlink.inbound.TokenKind;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.secret.KeyedHash;
import dev.supportlink.secret.SecretState;
import dev.supportlink.secret.SecretVersion;
import dev.supportlink.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class StoredIdentitiesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final InboundSecret CLIENT = InboundSecret.INBOUND_CLIENT_SECRET;

    @Parameter
    TestDatabase database;

    InboundStore store;
    IdentityRepository identities;
    InboundIdentity identity;

    private final ExecutorService another = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        another.shutdownNow();
    }

    @BeforeEach
    void open() {
        store = new InboundStore(database);
        identities = store.identities();
        identity = store.identity(NOW);
    }

    @Test
    void allValuesOfAConnectionAreErasedAtOnce() {
        String mine = identity.connectionId();
        InboundIdentity other = store.identity(NOW);
        for (InboundSecret which : InboundSecret.values()) {
            identities.addValue(mine, version(SecretState.CURRENT), which, hash());
            identities.addValue(mine, version(SecretState.RETIRING), which, hash());
            identities.addValue(other.connectionId(), version(SecretState.CURRENT), which, hash());
        }

        identities.removeValues(mine);

        for (InboundSecret which : InboundSecret.values()) {
            assertThat(identities.versions(mine, which))
                    .extracting(SecretVersion::state)
                    .containsOnly(SecretState.REMOVED);
            assertThat(identities.versions(other.connectionId(), which))
                    .extracting(SecretVersion::state)
                    .containsOnly(SecretState.CURRENT);
        }
        assertThat(identities.findClient(identity.clientId()).orElseThrow().values())
                .isEmpty();
    }

    @Test
    void identityIsFoundByEachOfItsNames() {
        assertThat(identities.find(identity.connectionId())).contains(identity);
        assertThat(identities.findClient(identity.clientId())).contains(new KnownClient(identity, List.of(), true));
        assertThat(identities.connectionOfUser(identity.userName())).contains(identity.connectionId());
        assertThat(identities.findClient(identity.userName())).isEmpty();
        assertThat(identities.connectionOfUser(identity.clientId())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"entra, gateway", "insights-only, gateway", "basic, direct", "entra, direct"})
    void clientOfAnotherSetUpIsNotOpen(String type, String mode) {
        valueMadeAt(NOW);
        store.setUp(identity.connectionId(), type, mode);

        KnownClient client = identities.findClient(identity.clientId()).orElseThrow();

        assertThat(client.open()).isFalse();
        assertThat(client.values()).hasSize(1);
    }

    @Test
    void termsAreStoredAsTheNextRevisionAndNothingElseChanges() {
        identities.noteCall(identity.connectionId(), NOW);
        identities.raiseGeneration(identity.connectionId());
        ClientTerms terms = new ClientTerms(Duration.ofHours(1), Duration.ofDays(30), true, true);

        identities.saveTerms(identity.connectionId(), terms);

        assertThat(identities.find(identity.connectionId()))
                .contains(new InboundIdentity(
                        identity.connectionId(), identity.clientId(), identity.userName(), terms, 2, 2));
        assertThat(identities.lastCallAt(identity.connectionId())).contains(NOW);
    }

    @Test
    void generationIsRaisedWhereThereIsAnIdentity() {
        assertThat(identities.raiseGeneration(identity.connectionId())).isTrue();
        assertThat(identities.raiseGeneration(store.connection())).isFalse();

        assertThat(identities.find(identity.connectionId()).orElseThrow().generation())
                .isEqualTo(2);
    }

    /** Both write to the identity's row: neither may undo the other. */
    @Test
    void termsAndGenerationDoNotUndoEachOther() throws Exception {
        ClientTerms terms = new ClientTerms(Duration.ofHours(1), Duration.ofDays(30), true, true);
        Future<Boolean> raised = database.inTransaction(entities -> {
            InboundStore.identitiesIn(entities).find(identity.connectionId());
            Future<Boolean> answer = another.submit(() -> identities.raiseGeneration(identity.connectionId()));
            settle(answer);
            InboundStore.identitiesIn(entities).saveTerms(identity.connectionId(), terms);
            return answer;
        });

        assertThat(raised.get(20, TimeUnit.SECONDS)).isTrue();
        InboundIdentity now = identities.find(identity.connectionId()).orElseThrow();
        assertThat(now.generation()).isEqualTo(2);
        assertThat(now.terms()).isEqualTo(terms);
    }

    @Test
    void namesAreUniqueOverAllConnections() {
        InboundIdentity sameUser =
                new InboundIdentity(store.connection(), Ids.next(), identity.userName(), ClientTerms.DEFAULT, 1, 1);

        assertThatThrownBy(() -> identities.add(sameUser, NOW)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void unusedValueIsDroppedAndItsHashErased() {
        String id = valueMadeAt(NOW);

        assertThat(identities.dropUnused(id)).isTrue();

        assertThat(liveValues()).isEmpty();
        assertThat(identities.noteFirstUse(id, NOW)).isFalse();
        assertThat(identities.versions(identity.connectionId(), CLIENT))
                .extracting(SecretVersion::state)
                .containsExactly(SecretState.REMOVED);
    }

    @Test
    void usedValueIsNotDropped() {
        String id = valueMadeAt(NOW);
        assertThat(identities.noteFirstUse(id, NOW.plusSeconds(1))).isTrue();

        assertThat(identities.dropUnused(id)).isFalse();

        assertThat(liveValues())
                .extracting(LiveValue::id, LiveValue::lastUsedAt)
                .containsExactly(tuple(id, NOW.plusSeconds(1)));
    }

    @Test
    void retiringValueStaysLiveBesideTheNext() {
        String first = valueMadeAt(NOW);
        identities.retire(first);
        String second = valueMadeAt(NOW.plusSeconds(1));

        assertThat(liveValues()).extracting(LiveValue::id).containsExactlyInAnyOrder(first, second);
        assertThat(identities.versions(identity.connectionId(), CLIENT))
                .extracting(SecretVersion::id, SecretVersion::state)
                .containsExactly(tuple(second, SecretState.CURRENT), tuple(first, SecretState.RETIRING));
    }

    @Test
    void dropShowsInTheSameTransaction() {
        String id = valueMadeAt(NOW);

        SecretState seen = database.inTransaction(entities -> {
            IdentityRepository within = InboundStore.identitiesIn(entities);
            within.versions(identity.connectionId(), CLIENT);
            within.dropUnused(id);
            return within.versions(identity.connectionId(), CLIENT).get(0).state();
        });

        assertThat(seen).isEqualTo(SecretState.REMOVED);
    }

    @Test
    void earlierUseDoesNotReplaceALaterOne() {
        String id = valueMadeAt(NOW);
        identities.noteUse(id, NOW.plusSeconds(60));
        identities.noteUse(id, NOW.plusSeconds(30));
        identities.noteCall(identity.connectionId(), NOW.plusSeconds(60));
        identities.noteCall(identity.connectionId(), NOW.plusSeconds(30));

        assertThat(identities.versions(identity.connectionId(), CLIENT).get(0).lastUsedAt())
                .isEqualTo(NOW.plusSeconds(60));
        assertThat(identities.lastCallAt(identity.connectionId())).contains(NOW.plusSeconds(60));
    }

    @Test
    void nobodyCalledYet() {
        assertThat(identities.lastCallAt(identity.connectionId())).isEmpty();
    }

    @Test
    void signInAndNewValueDoNotWaitForEachOther() throws Exception {
        String id = valueMadeAt(NOW);
        CountDownLatch locked = new CountDownLatch(1);

        Future<Boolean> dropped = database.inTransaction(entities -> {
            InboundStore.identitiesIn(entities).noteFirstUse(id, NOW);
            Future<Boolean> answer = another.submit(() -> dropUnder(locked, id));
            await(locked);
            InboundStore.tokensIn(entities).add(List.of(token()));
            return answer;
        });

        assertThat(dropped.get(20, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void onlyOneMakesAValueAtATime() throws Exception {
        Future<Boolean> second = database.inTransaction(entities -> {
            InboundStore.identitiesIn(entities).lock(identity.connectionId());
            Future<Boolean> waiting = another.submit(() -> {
                identities.lock(identity.connectionId());
                return true;
            });
            assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return waiting;
        });

        assertThat(second.get(20, TimeUnit.SECONDS)).isTrue();
    }

    private boolean dropUnder(CountDownLatch locked, String id) {
        return database.inTransaction(entities -> {
            IdentityRepository within = InboundStore.identitiesIn(entities);
            within.lock(identity.connectionId());
            locked.countDown();
            return within.dropUnused(id);
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private StoredToken token() {
        return new StoredToken(
                TokenHash.of(NOW.plusSeconds(1), hash()),
                TokenKind.ACCESS,
                identity.connectionId(),
                identity.userName(),
                Ids.next(),
                1,
                false,
                NOW,
                NOW.plusSeconds(1),
                null);
    }

    @Test
    void lockNeedsAnIdentity() {
        assertThat(identities.lock(store.connection())).isFalse();
    }

    private List<LiveValue> liveValues() {
        return identities.findClient(identity.clientId()).orElseThrow().values();
    }

    private static void settle(Future<Boolean> answer) {
        try {
            answer.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String valueMadeAt(Instant time) {
        SecretVersion version = new SecretVersion(Ids.next(), SecretState.CURRENT, "abc", time, null, null);
        identities.addValue(identity.connectionId(), version, CLIENT, new KeyedHash(1, Ids.next() + Ids.next()));
        return version.id();
    }

    private static SecretVersion version(SecretState state) {
        return new SecretVersion(Ids.next(), state, "abc", NOW, null, null);
    }

    private static KeyedHash hash() {
        return new KeyedHash(1, Ids.next() + Ids.next());
    }
}
