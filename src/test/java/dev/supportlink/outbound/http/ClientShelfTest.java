package dev.supportlink.outbound.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClientShelfTest {

    private final ClientShelf<String> shelf = new ClientShelf<>(2);

    @Test
    void clientsUsedLastStay() {
        shelf.keep("a", "client a", Instant.EPOCH);
        shelf.keep("b", "client b", Instant.EPOCH);
        shelf.find("a");
        shelf.keep("c", "client c", Instant.EPOCH);

        assertThat(shelf.find("a")).contains("client a");
        assertThat(shelf.find("b")).isEmpty();
        assertThat(shelf.find("c")).contains("client c");
    }

    @Test
    void clientThatIsPutAwayIsClosedOnlyWhenNoCallCanUseItAnyMore() {
        shelf.keep("a", "client a", Instant.EPOCH);
        shelf.keep("b", "client b", Instant.EPOCH);
        shelf.keep("c", "client c", Instant.EPOCH.plusSeconds(10));

        assertThat(shelf.takeUnused(Instant.EPOCH.plusSeconds(9).plus(ClientShelf.GRACE)))
                .isEmpty();
        assertThat(shelf.takeUnused(Instant.EPOCH.plusSeconds(10).plus(ClientShelf.GRACE)))
                .containsExactly("client a");
        assertThat(shelf.takeUnused(Instant.MAX.minus(ClientShelf.GRACE))).isEmpty();
    }

    @Test
    void firstOfTwoThatWereBuiltAtOnceIsKept() {
        assertThat(shelf.keep("a", "first", Instant.EPOCH)).isEqualTo("first");
        assertThat(shelf.keep("a", "second", Instant.EPOCH)).isEqualTo("first");
        assertThat(shelf.takeAll()).containsExactlyInAnyOrder("first", "second");
        assertThat(shelf.takeAll()).isEmpty();
    }
}
