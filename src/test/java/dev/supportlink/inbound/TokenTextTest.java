package dev.supportlink.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.secret.KeyedHash;
import dev.supportlink.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTextTest {

    private static final Instant END = Instant.parse("2026-03-01T10:00:00.999Z");

    private final TokenHasher hasher = new TokenHasher();

    TokenTextTest() {
        hasher.hasher = new FakeHasher();
    }

    @Test
    void textBeginsWithTheSecondOfTheEndAndIsNeverTheSame() {
        Secret token = TokenText.endingAt(END);

        assertThat(token.reveal()).matches("69a40e20[A-Za-z0-9_-]{43}");
        assertThat(TokenText.mayBeOne(token.reveal())).isTrue();
        assertThat(TokenText.endingAt(END)).isNotEqualTo(token);
    }

    @Test
    void whatIsPresentedIsFoundByTheHashItWasStoredUnder() {
        Secret token = TokenText.endingAt(END);

        assertThat(hasher.candidates(TokenKind.ACCESS, token)).contains(hasher.hash(TokenKind.ACCESS, token, END));
        assertThat(hasher.candidates(TokenKind.REFRESH, token))
                .doesNotContain(hasher.hash(TokenKind.ACCESS, token, END));
    }

    /** A changed end is another text, so it has another hash. */
    @Test
    void tokenThatClaimsAnotherEndIsNotFound() {
        Secret token = TokenText.endingAt(END);
        Secret later =
                Secret.of(TokenText.prefix(END.plusSeconds(9)) + token.reveal().substring(8));
        TokenHash stored = hasher.hash(TokenKind.ACCESS, token, END);

        assertThat(hasher.candidates(TokenKind.ACCESS, later))
                .noneMatch(hash -> hash.text().substring(8).equals(stored.text().substring(8)));
    }

    @Test
    void tokenFromBeforeItToldItsEndIsLookedForInFrontOfAllOthers() {
        assertThat(hasher.candidates(TokenKind.ACCESS, Secret.generate()))
                .allMatch(hash -> hash.text().startsWith("00000000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "69A40E20aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "69a40e20aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa%",
                "69a40e2\uff10aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void whateverElseIsPresentedHasAWellFormedHash(String text) {
        assertThat(hasher.candidates(TokenKind.REFRESH, Secret.of(text)))
                .isNotEmpty()
                .allMatch(hash -> hash.text().matches("00000000[0-9a-f]{64}"));
    }

    @Test
    void hashesStandInTheOrderOfTheEnds() {
        KeyedHash low = new KeyedHash(1, "0".repeat(64));
        KeyedHash high = new KeyedHash(1, "f".repeat(64));
        List<Instant> ends = Stream.of("1999-01-01", "2026-03-01", "2037-12-31", "2038-01-20", "2105-12-31")
                .map(day -> Instant.parse(day + "T00:00:00Z"))
                .toList();

        List<String> hashes = ends.stream()
                .flatMap(end -> Stream.of(TokenHash.of(end, low), TokenHash.of(end.plusMillis(999), high)))
                .map(TokenHash::text)
                .toList();

        assertThat(hashes).isSorted();
        assertThat(TokenHash.before(END))
                .isLessThan(TokenHash.of(END, low).text())
                .isGreaterThan(TokenHash.of(END.minusSeconds(1), high).text());
    }
}
