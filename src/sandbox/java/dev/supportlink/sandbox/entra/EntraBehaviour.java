package dev.supportlink.sandbox.entra;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** What a test or a person may choose about how the simulated Entra ID behaves. */
public final class EntraBehaviour {

    /** How the parts of an error description are separated: older bodies use CRLF, newer ones spaces. */
    public enum Separators {
        CRLF,
        SPACES,
        BY_ENDPOINT
    }

    private volatile Duration propagationAtLeast = Duration.ZERO;
    private volatile Duration propagationAtMost = Duration.ZERO;
    private volatile double refusalWhilePropagating = 0.7;
    private volatile Duration tokenLifeAtLeast = Duration.ofMinutes(60);
    private volatile Duration tokenLifeAtMost = Duration.ofMinutes(90);
    private volatile Separators separators = Separators.BY_ENDPOINT;
    private volatile int loopLimit = Integer.MAX_VALUE;
    private volatile Duration loopWindow = Duration.ofMinutes(5);

    /** New secrets are refused now and then until a moment between these two after their creation. */
    public EntraBehaviour newSecretsWorkAfter(Duration atLeast, Duration atMost) {
        propagationAtLeast = atLeast;
        propagationAtMost = atMost;
        return this;
    }

    /** How probable a refusal is while a new secret spreads; 1 is always. */
    public EntraBehaviour refusalWhilePropagating(double probability) {
        refusalWhilePropagating = probability;
        return this;
    }

    /** Access tokens live between these two; Entra's own are 60 to 90 minutes. */
    public EntraBehaviour tokensLive(Duration atLeast, Duration atMost) {
        tokenLifeAtLeast = atLeast;
        tokenLifeAtMost = atMost;
        return this;
    }

    /** How error descriptions are separated. By default the v1 endpoint uses CRLF and v2 spaces. */
    public EntraBehaviour separators(Separators chosen) {
        separators = chosen;
        return this;
    }

    /** Refuses an application that asks for the same token more often than this; off by default. */
    public EntraBehaviour detectLoops(int requests, Duration window) {
        loopLimit = requests;
        loopWindow = window;
        return this;
    }

    Instant usableFrom(Instant created, RandomGenerator chance) {
        return created.plus(between(propagationAtLeast, propagationAtMost, chance));
    }

    boolean refusesForNow(RandomGenerator chance) {
        return chance.nextDouble() < refusalWhilePropagating;
    }

    Duration tokenLife(RandomGenerator chance) {
        return between(tokenLifeAtLeast, tokenLifeAtMost, chance);
    }

    String separator(boolean v2) {
        return separators == Separators.SPACES || (v2 && separators == Separators.BY_ENDPOINT) ? " " : "\r\n";
    }

    int loopLimit() {
        return loopLimit;
    }

    Duration loopWindow() {
        return loopWindow;
    }

    private static Duration between(Duration least, Duration most, RandomGenerator chance) {
        long range = most.toMillis() - least.toMillis();
        return range <= 0 ? least : least.plusMillis(chance.nextLong(range + 1));
    }
}
