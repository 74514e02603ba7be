package dev.supportlink.store.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.inbound.InboundIdentity;
import dev.supportlink.inbound.StoredToken;
import dev.supportlink.inbound.TokenKind;
import dev.supportlink.inbound.TokenRepository;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.secret.KeyedHash;
import dev.supportlink.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
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

    @BeforeEach
    void open() {
        store = new InboundStore(database);
        tokens = store.tokens();
        identity = store.identity(NOW);
    }

    @Test
    void tokenComesBackAsItWasKept() {
        StoredToken token = token(TokenKind.REFRESH, Ids.next(), NOW.plusSeconds(60));

        tokens.add(token);

        assertThat(tokens.find(List.of(hash(), token.hash()))).contains(token);
        assertThat(tokens.find(List.of(hash()))).isEmpty();
    }

    @Test
    void familyDiesTogetherAndNobodyElse() {
        String family = Ids.next();
        StoredToken refresh = added(token(TokenKind.REFRESH, family, NOW.plusSeconds(60)));
        StoredToken access = added(token(TokenKind.ACCESS, family, NOW.plusSeconds(60)));
        StoredToken stranger = added(token(TokenKind.ACCESS, Ids.next(), NOW.plusSeconds(60)));

        tokens.removeFamily(family);

        assertThat(Stream.of(refresh, access, stranger).filter(this::isThere)).containsExactly(stranger);
    }

    @Test
    void removedTokenCannotBeHeld() {
        StoredToken token = added(token(TokenKind.REFRESH, Ids.next(), NOW.plusSeconds(60)));
        assertThat(tokens.hold(token)).isTrue();

        tokens.remove(token);

        assertThat(tokens.hold(token)).isFalse();
    }

    @Test
    void tokensGoWithTheirConnection() {
        StoredToken token = added(token(TokenKind.ACCESS, Ids.next(), NOW.plusSeconds(60)));

        store.removeConnection(identity.connectionId());

        assertThat(isThere(token)).isFalse();
    }

    @Test
    void expiredTokensGoInBatchesAndLiveOnesStay() {
        Instant longAgo = NOW.minus(Duration.ofDays(400));
        for (int number = 0; number < 5; number++) {
            added(token(TokenKind.ACCESS, Ids.next(), longAgo.minusSeconds(number)));
        }
        StoredToken edge = added(token(TokenKind.ACCESS, Ids.next(), longAgo));
        StoredToken alive = added(token(TokenKind.ACCESS, Ids.next(), longAgo.plusMillis(1)));

        assertThat(List.of(removeExpired(longAgo), removeExpired(longAgo), removeExpired(longAgo)))
                .containsExactly(4, 2, 0);
        assertThat(isThere(edge)).isFalse();
        assertThat(isThere(alive)).isTrue();
    }

    private int removeExpired(Instant time) {
        return tokens.removeExpired(time, 4);
    }

    private StoredToken added(StoredToken token) {
        tokens.add(token);
        return token;
    }

    private boolean isThere(StoredToken token) {
        return tokens.find(List.of(token.hash())).isPresent();
    }

    private StoredToken token(TokenKind kind, String family, Instant expiresAt) {
        return new StoredToken(
                hash(), kind, identity.connectionId(), identity.userName(), family, false, NOW, expiresAt);
    }

    private static KeyedHash hash() {
        return new KeyedHash(-7, Ids.next() + Ids.next());
    }
}
