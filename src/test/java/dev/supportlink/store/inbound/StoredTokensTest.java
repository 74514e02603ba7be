package dev.supportlink.store.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.inbound.InboundIdentity;
import dev.supportlink.inbound.IssuedTokens;
import dev.supportlink.inbound.StoredToken;
import dev.supportlink.inbound.TokenHash;
import dev.supportlink.inbound.TokenKind;
import dev.supportlink.inbound.TokenRepository;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.secret.KeyedHash;
import dev.supportlink.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
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
class StoredTokensTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Parameter
    TestDatabase database;

    InboundStore store;
    TokenRepository tokens;
    InboundIdentity identity;

    private final ExecutorService another = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        another.shutdownNow();
    }

    @BeforeEach
    void open() {
        store = new InboundStore(database);
        tokens = store.tokens();
        identity = store.identity(NOW);
    }

    @Test
    void tokenComesBackAsItWasKept() {
        StoredToken token = token(TokenKind.REFRESH, Ids.next(), NOW.plusSeconds(60));

        tokens.add(List.of(token));

        assertThat(tokens.find(List.of(hash(NOW), token.hash()))).contains(token);
        assertThat(tokens.find(List.of(hash(NOW)))).isEmpty();
    }

    @Test
    void familyDiesTogetherAndNobodyElse() {
        String family = Ids.next();
        StoredToken refresh = added(token(TokenKind.REFRESH, family, NOW.plusSeconds(60)));
        StoredToken access = added(token(TokenKind.ACCESS, family, NOW.plusSeconds(60)));
        StoredToken stranger = added(token(TokenKind.ACCESS, Ids.next(), NOW.plusSeconds(60)));

        tokens.removeFamily(identity.connectionId(), family);

        assertThat(Stream.of(refresh, access, stranger).filter(this::isThere)).containsExactly(stranger);
    }

    @Test
    void removedTokenCannotBeHeld() {
        StoredToken token = added(token(TokenKind.REFRESH, Ids.next(), NOW.plusSeconds(60)));
        assertThat(tokens.hold(List.of(hash(NOW), token.hash()))).contains(token);

        tokens.remove(token);

        assertThat(tokens.hold(List.of(token.hash()))).isEmpty();
    }

    @Test
    void tokensGoWithTheirConnection() {
        StoredToken token = added(token(TokenKind.ACCESS, Ids.next(), NOW.plusSeconds(60)));

        store.removeConnection(identity.connectionId());

        assertThat(isThere(token)).isFalse();
    }

    @Test
    void useIsRemembered() {
        StoredToken token = added(token(TokenKind.REFRESH, Ids.next(), NOW.plusSeconds(60)));

        tokens.markUsed(token, NOW.plusSeconds(1));

        assertThat(tokens.find(List.of(token.hash())).orElseThrow().usedAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void tokenOfThePresentGenerationIsAccepted() {
        StoredToken token = added(token(TokenKind.ACCESS, Ids.next(), NOW.plusSeconds(60)));
        assertThat(tokens.findAccepted(List.of(hash(NOW), token.hash()))).contains(token);

        store.identities().raiseGeneration(identity.connectionId());

        assertThat(tokens.findAccepted(List.of(token.hash()))).isEmpty();
        assertThat(tokens.find(List.of(token.hash()))).contains(token);
    }

    @ParameterizedTest
    @CsvSource({"entra, gateway", "insights-only, gateway", "basic, direct"})
    void noTokenIsAcceptedInAnotherSetUp(String type, String mode) {
        StoredToken token = added(token(TokenKind.ACCESS, Ids.next(), NOW.plusSeconds(60)));

        store.setUp(identity.connectionId(), type, mode);

        assertThat(tokens.findAccepted(List.of(token.hash()))).isEmpty();
    }

    /** The family's end waits for the refresh, and then ends what it made. */
    @Test
    void familyThatEndsDuringARefreshLeavesNothing() throws Exception {
        String family = Ids.next();
        StoredToken refresh = added(token(TokenKind.REFRESH, family, NOW.plusSeconds(60)));
        StoredToken next = token(TokenKind.REFRESH, family, NOW.plusSeconds(60));

        Future<Integer> removed = database.inTransaction(entities -> {
            TokenRepository within = InboundStore.tokensIn(entities);
            within.hold(List.of(refresh.hash()));
            Future<Integer> answer = another.submit(() -> tokens.removeFamily(identity.connectionId(), family));
            assertThatThrownBy(() -> answer.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            within.add(List.of(next));
            return answer;
        });

        assertThat(removed.get(20, TimeUnit.SECONDS)).isEqualTo(2);
        assertThat(isThere(next)).isFalse();
    }

    /** Whoever comes second sees the use that the first one noted. */
    @Test
    void twoThatExchangeTheSameTokenSeeEachOther() throws Exception {
        StoredToken refresh = added(token(TokenKind.REFRESH, Ids.next(), NOW.plusSeconds(60)));

        Future<Optional<StoredToken>> second = database.inTransaction(entities -> {
            TokenRepository within = InboundStore.tokensIn(entities);
            within.hold(List.of(refresh.hash()));
            Future<Optional<StoredToken>> answer = another.submit(() -> tokens.hold(List.of(refresh.hash())));
            assertThatThrownBy(() -> answer.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            within.markUsed(refresh, NOW);
            return answer;
        });

        assertThat(second.get(20, TimeUnit.SECONDS).orElseThrow().usedAt()).isEqualTo(NOW);
    }

    @Test
    void ofGrantsStoredTogetherThoseFailWhoseRefreshTokenIsGoneOrUsed() {
        StoredToken good = added(token(TokenKind.REFRESH, Ids.next(), NOW.plusSeconds(60)));
        StoredToken used = added(token(TokenKind.REFRESH, Ids.next(), NOW.plusSeconds(60)));
        tokens.markUsed(used, NOW);
        StoredToken gone = token(TokenKind.REFRESH, Ids.next(), NOW.plusSeconds(60));
        List<IssuedTokens> grants = List.of(
                new IssuedTokens(List.of(access()), used.hash()),
                new IssuedTokens(List.of(access()), good.hash()),
                new IssuedTokens(List.of(access(), access()), null),
                new IssuedTokens(List.of(access()), gone.hash()),
                new IssuedTokens(List.of(access()), good.hash()));

        assertThat(tokens.addTogether(grants)).containsExactly(false, true, true, false, true);

        assertThat(grants)
                .extracting(grant -> grant.tokens().stream().allMatch(this::isThere))
                .containsExactly(false, true, true, false, true);
    }

    /** Whichever comes first: no access token outlives the end of its family. */
    @Test
    void renewalThatMeetsTheEndOfItsFamilyLeavesNothing() throws Exception {
        for (int round = 0; round < 100; round++) {
            StoredToken refresh = added(token(TokenKind.REFRESH, Ids.next(), NOW.plusSeconds(60)));
            StoredToken access = token(TokenKind.ACCESS, refresh.family(), NOW.plusSeconds(60));
            Future<Integer> end = another.submit(() -> tokens.removeFamily(identity.connectionId(), refresh.family()));

            tokens.addTogether(List.of(new IssuedTokens(List.of(access), refresh.hash())));

            assertThat(end.get(20, TimeUnit.SECONDS)).isPositive();
            assertThat(isThere(access)).isFalse();
        }
    }

    @Test
    void tokensAreStoredWhileTheGenerationIsRaised() throws Exception {
        Future<Boolean> raised = database.inTransaction(entities -> {
            InboundStore.tokensIn(entities).add(List.of(token(TokenKind.ACCESS, Ids.next(), NOW.plusSeconds(60))));
            return another.submit(() -> store.identities().raiseGeneration(identity.connectionId()));
        });

        assertThat(raised.get(20, TimeUnit.SECONDS)).isTrue();
    }

    private StoredToken access() {
        return token(TokenKind.ACCESS, Ids.next(), NOW.plusSeconds(60));
    }

    private StoredToken added(StoredToken token) {
        tokens.add(List.of(token));
        return token;
    }

    private boolean isThere(StoredToken token) {
        return tokens.find(List.of(token.hash())).isPresent();
    }

    private StoredToken token(TokenKind kind, String family, Instant expiresAt) {
        return InboundStore.token(identity, kind, family, NOW, expiresAt);
    }

    private static TokenHash hash(Instant end) {
        return TokenHash.of(end, new KeyedHash(-7, Ids.next() + Ids.next()));
    }
}
