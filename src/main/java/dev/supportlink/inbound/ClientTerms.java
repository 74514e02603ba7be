package dev.supportlink.inbound;

import java.time.Duration;

/**
 * On what terms a client is given tokens; what an operator may set.
 *
 * @param refreshTokenRotation whether each refresh gives a new refresh token and ends the one presented
 * @param clientCredentials whether the client may sign in without the integration user's password
 */
public record ClientTerms(
        Duration accessTokenLifespan,
        Duration refreshTokenLifespan,
        boolean refreshTokenRotation,
        boolean clientCredentials) {

    public static final Duration LEAST_ACCESS = Duration.ofMinutes(1);
    public static final Duration MOST_ACCESS = Duration.ofHours(24);
    public static final Duration LEAST_REFRESH = Duration.ofMinutes(10);
    public static final Duration MOST_REFRESH = Duration.ofDays(365);

    /** Ten days of refreshing: what the guide has the tenant admin type. ServiceNow's own default is ten times longer. */
    public static final ClientTerms DEFAULT =
            new ClientTerms(Duration.ofMinutes(30), Duration.ofDays(10), false, false);

    public ClientTerms {
        if (!between(accessTokenLifespan, LEAST_ACCESS, MOST_ACCESS)
                || !between(refreshTokenLifespan, LEAST_REFRESH, MOST_REFRESH)
                || refreshTokenLifespan.compareTo(accessTokenLifespan) < 0) {
            throw new IllegalArgumentException(accessTokenLifespan + " " + refreshTokenLifespan);
        }
    }

    public ClientTerms withRefreshTokenRotation(boolean on) {
        return new ClientTerms(accessTokenLifespan, refreshTokenLifespan, on, clientCredentials);
    }

    public ClientTerms withClientCredentials(boolean on) {
        return new ClientTerms(accessTokenLifespan, refreshTokenLifespan, refreshTokenRotation, on);
    }

    /** Whether a lifespan is in whole seconds and within the bounds, both included. */
    public static boolean between(Duration lifespan, Duration least, Duration most) {
        return lifespan.getNano() == 0 && lifespan.compareTo(least) >= 0 && lifespan.compareTo(most) <= 0;
    }
}
