package dev.supportlink.inbound.rest;

import static dev.supportlink.inbound.rest.TokenCalls.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.SharedDeployment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * 10,000 wrong sign-ins a minute from the address, for the client and for the user of a real caller, who signs in every
 * second. It takes as many seconds as the system property {@code supportlink.it.guessing-seconds} says, 15 by default.
 */
class GuessingIT extends SharedDeployment {

    private static final int SECONDS = Integer.getInteger("supportlink.it.guessing-seconds", 15);
    private static final int WANTED_A_MINUTE = 10_000;

    /** A few more than wanted, for the last ones are still on their way when time is up. */
    private static final int GUESSES_A_MINUTE = 11_000;

    private static final int GUESSERS = 8;

    private final TokenCalls caller = TokenCalls.forNewConnection(SERVER, firstUser(), "Guessed at");
    private final AtomicInteger guesses = new AtomicInteger();
    private final Map<Integer, Integer> refusals = new ConcurrentHashMap<>();
    private final List<Integer> rightAnswers = new ArrayList<>();

    @Test
    void realCallerIsNeverRefusedWhileSomebodyGuesses() throws Exception {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(GUESSERS);
        try {
            for (int guesser = 0; guesser < GUESSERS; guesser++) {
                long gap = TimeUnit.MINUTES.toNanos(1) * GUESSERS / GUESSES_A_MINUTE;
                threads.scheduleAtFixedRate(this::guess, gap * guesser / GUESSERS, gap, TimeUnit.NANOSECONDS);
            }
            signInEverySecond();
        } finally {
            threads.shutdownNow();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(rightAnswers).hasSize(SECONDS).containsOnly(200);
        assertThat(refusals.keySet()).isSubsetOf(400, 401, 429);
        assertThat(refusals.getOrDefault(429, 0))
                .as("held back of %s", refusals)
                .isGreaterThan(guesses.get() * 9 / 10);
        assertThat(guesses.get()).as("guesses in %s s", SECONDS).isGreaterThanOrEqualTo(WANTED_A_MINUTE * SECONDS / 60);
    }

    private void signInEverySecond() throws InterruptedException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            for (int second = 0; second < SECONDS; second++) {
                Duration wait = Duration.ofSeconds(1);
                clock.schedule(() -> {}, wait.toMillis(), TimeUnit.MILLISECONDS).get();
                rightAnswers.add(caller.signIn().statusCode());
            }
        } catch (java.util.concurrent.ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            clock.shutdownNow();
        }
    }

    /** In turn a wrong client secret, a wrong password and a wrong refresh token. */
    private void guess() {
        int number = guesses.getAndIncrement();
        String name = "client_id=" + caller.sheet().clientId();
        String body = switch (number % 3) {
            case 0 -> caller.user() + "&" + name + "&client_secret=guess" + number;
            case 1 ->
                "grant_type=password&username=" + caller.sheet().restUsername() + "&password=guess" + number + "&"
                        + caller.client();
            default -> "grant_type=refresh_token&refresh_token=guess" + number + "&" + caller.client();
        };
        refusals.merge(caller.post(TOKEN, body).statusCode(), 1, Integer::sum);
    }
}
