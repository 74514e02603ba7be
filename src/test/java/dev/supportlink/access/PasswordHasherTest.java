package dev.supportlink.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.secret.Secret;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

    private final PasswordHasher hasher = new PasswordHasher();

    @Test
    void onlyTheSamePasswordMatches() {
        PasswordHash hash = hasher.hash(Secret.of("pässword with ümlauts"));

        assertThat(hasher.matches(Secret.of("pässword with ümlauts"), hash)).isTrue();
        assertThat(hasher.matches(Secret.of("password with umlauts"), hash)).isFalse();
        assertThat(hasher.matches(Secret.of(""), hasher.nobody())).isFalse();
    }

    @Test
    void textFormSurvivesAndSaysHowItWasMade() {
        PasswordHash hash = hasher.hash(Secret.of("correct horse battery"));

        assertThat(hash.format()).startsWith("pbkdf2-sha512$210000$").hasSizeLessThanOrEqualTo(255);
        assertThat(hasher.matches(Secret.of("correct horse battery"), PasswordHash.parse(hash.format())))
                .isTrue();
        assertThat(hash).hasToString("(password hash)");
    }

    @Test
    void samePasswordTwiceGivesTwoHashes() {
        Secret password = Secret.of("correct horse battery");

        assertThat(hasher.hash(password).format())
                .isNotEqualTo(hasher.hash(password).format());
    }

    @Test
    void otherFormsAreRefused() {
        assertThatThrownBy(() -> PasswordHash.parse("$2a$10$abcdefghijklmnopqrstuv"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverMoreThanTwoAtOnce() throws InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch bothIn = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        IntStream.range(0, 8)
                .forEach(i -> threads.submit(() -> hasher.inTurn(() -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    bothIn.countDown();
                    awaitQuietly(bothIn);
                    return inside.decrementAndGet();
                })));
        threads.shutdown();

        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(most).hasValue(2);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
