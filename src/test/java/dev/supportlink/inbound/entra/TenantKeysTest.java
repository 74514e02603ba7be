package dev.supportlink.inbound.entra;

import static dev.supportlink.inbound.entra.EntraSide.V1_KEY;
import static dev.supportlink.inbound.entra.TokenVersion.V1;
import static dev.supportlink.inbound.entra.TokenVersion.V2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import dev.supportlink.testing.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TenantKeysTest {

    private static final RSAKey NEXT_KEY = EntraSide.key("next-key");

    private final EntraBeans beans = new EntraBeans();
    private final EntraSide entra = beans.entra;

    @Test
    void keysAreFetchedOnceForEachVersion() {
        for (int call = 0; call < 3; call++) {
            assertThat(beans.accepts(token())).isTrue();
            assertThat(beans.accepts(entra.token(V2))).isTrue();
        }

        assertThat(beans.source.asked).containsExactlyInAnyOrder(EntraSide.publisher(V1), EntraSide.publisher(V2));
    }

    @Test
    void keysAreFetchedAnewAfterADay() {
        beans.accepts(token());
        beans.clock.advance(Duration.ofHours(24).minusSeconds(1));
        beans.accepts(token());
        assertThat(beans.source.asked).hasSize(1);

        beans.clock.advance(Duration.ofSeconds(1));
        beans.publish(V1, NEXT_KEY);
        assertThat(beans.accepts(token())).as("a key that was withdrawn").isFalse();
        assertThat(beans.source.asked).hasSize(2);
    }

    @Test
    void newKeyIsTakenUpAtItsFirstToken() {
        beans.accepts(token());
        beans.clock.advance(Duration.ofMinutes(5));
        beans.publish(V1, V1_KEY, NEXT_KEY);

        assertThat(beans.accepts(signedBy(NEXT_KEY))).isTrue();
        assertThat(beans.accepts(token())).as("the key before, still published").isTrue();
        assertThat(beans.source.asked).hasSize(2);
    }

    @Test
    void madeUpKeyIdsMakeUsAskOnceInFiveMinutes() {
        beans.accepts(token());
        for (int minute = 0; minute < 60; minute++) {
            for (int number = 0; number < 20; number++) {
                assertThat(beans.accepts(withKeyId("made-up-" + minute + "-" + number)))
                        .isFalse();
            }
            assertThat(beans.accepts(token())).isTrue();
            beans.clock.advance(Duration.ofMinutes(1));
        }

        assertThat(beans.source.asked).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void knownKeysGoOnWhileEntraIsDownButNotForEver() {
        beans.accepts(token());
        beans.source.down = true;

        beans.clock.advance(Duration.ofHours(72).minusSeconds(1));
        assertThat(beans.accepts(token())).isTrue();

        beans.clock.advance(Duration.ofSeconds(1));
        assertThat(beans.accepts(token())).isFalse();
        assertThat(beans.reason()).isEqualTo("no-keys");
    }

    /** The caller's credential is as good as before: told otherwise, callers throw it away. */
    @Test
    void callerIsToldThatNobodyCanTell() {
        beans.source.down = true;

        assertThatThrownBy(() -> beans.bearers.callerOf(token(), () -> EntraBeans.ADDRESS))
                .isInstanceOfSatisfying(EntraKeysMissing.class, missing -> {
                    assertThat(missing.type().status()).isEqualTo(503);
                    assertThat(missing.retryAfter()).contains(Duration.ofSeconds(30));
                });
        assertThat(beans.reason()).isEqualTo("no-keys");
    }

    @Test
    void outageIsReportedOnceAndEntraAskedOnceInAWhile() {
        beans.source.down = true;
        for (int second = 0; second < 300; second++) {
            assertThat(beans.accepts(withKeyId("v1-key"))).isFalse();
            beans.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(beans.source.asked).hasSize(10);
        assertThat(beans.audit.lines())
                .containsExactly("anonymous entra-keys-not-fetched {reason=connect-timeout, tenant=" + EntraSide.TENANT
                        + ", version=v1}");
    }

    @Test
    void outageThatComesBackIsReportedAgain() {
        beans.source.down = true;
        beans.accepts(token());
        beans.source.down = false;
        beans.clock.advance(Duration.ofSeconds(30));
        assertThat(beans.accepts(token())).isTrue();
        beans.source.down = true;
        beans.clock.advance(Duration.ofHours(25));
        assertThat(beans.accepts(token())).isTrue();

        assertThat(beans.audit.lines()).hasSize(2);
    }

    @Test
    void bugInTheSourceLeavesNobodyWaiting() {
        beans.source.beforeAnswer = () -> {
            throw new IllegalStateException("a bug");
        };
        ExecutorService pool = Executors.newSingleThreadExecutor();
        beans.fetchingOn(pool);
        try {
            assertThat(beans.accepts(token())).isFalse();
            beans.source.beforeAnswer = () -> {};
            beans.clock.advance(Duration.ofMinutes(5));

            assertThat(beans.accepts(token())).isTrue();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void keptKeySetsAreBounded() {
        EntraBeans small = new EntraBeans(Map.of("supportlink.inbound.entra.kept-key-sets", "1"));
        small.accepts(small.entra.token(V1));
        small.accepts(small.entra.token(V2));
        small.accepts(small.entra.token(V1, claims -> claims.claim("oid", "x")));

        assertThat(small.source.asked).hasSize(3);
    }

    @Test
    void slowEntraHoldsFewThreadsAndNobodyWhoseKeyIsKnown() throws Exception {
        beans.accepts(token());
        beans.clock.advance(Duration.ofMinutes(5));
        CountDownLatch answer = new CountDownLatch(1);
        beans.source.beforeAnswer = () -> awaitUninterruptibly(answer);
        ExecutorService entraCalls = Executors.newSingleThreadExecutor();
        ExecutorService callers = Executors.newFixedThreadPool(200);
        beans.fetchingOn(entraCalls);
        try {
            String madeUp = withKeyId("made-up");
            List<Future<Boolean>> flood = new ArrayList<>();
            for (int caller = 0; caller < 200; caller++) {
                flood.add(callers.submit(() -> beans.accepts(madeUp)));
            }
            Waiting.until(
                    Duration.ofSeconds(20),
                    "all but the few that may wait are refused",
                    () -> flood.stream().filter(Future::isDone).count() >= 200 - TenantKeys.MOST_WAITING);
            String good = token();
            assertThat(callers.submit(() -> beans.accepts(good)).get()).isTrue();
            answer.countDown();
            for (Future<Boolean> caller : flood) {
                assertThat(caller.get()).isFalse();
            }
        } finally {
            answer.countDown();
            callers.shutdownNow();
            entraCalls.shutdownNow();
        }
        assertThat(beans.source.asked).hasSize(2);
        assertThat(beans.source.asked.get(1)).isEqualTo(EntraSide.publisher(V1));
    }

    private String token() {
        return entra.token(V1);
    }

    private String signedBy(RSAKey key) {
        return EntraSide.signed(
                entra.header(V1).keyID(key.getKeyID()).build(), entra.claims(V1).build(), key);
    }

    private String withKeyId(String id) {
        return entra.headed(V1, header -> header.keyID(id));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
