package dev.supportlink.access;

import dev.supportlink.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records refused sign-ins, at most so many a minute: a guesser must not be able to fill the database. */
@ApplicationScoped
public class SignInAudit {

    static final int MOST_A_MINUTE = 60;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int SHOWN = 100;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    private Instant minute = Instant.MIN;
    private int recorded;
    private long leftOut;

    /** A wrong name or password. */
    public void refused(String name, String address) {
        record(name, address, "wrong-name-or-password");
    }

    /** A sign-in that was not looked at. */
    public void throttled(String name, String address) {
        record(name, address, "throttled");
    }

    /** A link that is none, tried by somebody without a name. */
    public void unknownLink(String address) {
        record("", address, "unknown-link");
    }

    private void record(String name, String address, String reason) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("address", address);
        detail.put("name", name.length() > SHOWN ? name.substring(0, SHOWN) : name);
        detail.put("reason", reason);
        if (admit(detail)) {
            trail.record("anonymous", "sign-in-refused", null, detail);
        }
    }

    private synchronized boolean admit(Map<String, String> detail) {
        Instant now = clock.instant();
        if (Duration.between(minute, now).compareTo(MINUTE) >= 0) {
            minute = now;
            recorded = 0;
        }
        if (recorded >= MOST_A_MINUTE) {
            leftOut++;
            return false;
        }
        recorded++;
        if (leftOut > 0) {
            detail.put("leftOutBefore", Long.toString(leftOut));
            leftOut = 0;
        }
        return true;
    }
}
