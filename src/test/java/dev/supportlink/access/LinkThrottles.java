package dev.supportlink.access;

import dev.supportlink.audit.AuditTrail;
import dev.supportlink.testing.TestSettings;
import java.time.Clock;
import java.util.Map;

/** What hand-overs need of this feature, put together by hand. */
public final class LinkThrottles {

    private LinkThrottles() {}

    /** With the settings as they are shipped. */
    public static LinkThrottle by(Clock clock) {
        AccessSettings settings = new AccessSettings();
        settings.settings = TestSettings.of(Map.of());
        LinkThrottle throttle = new LinkThrottle();
        throttle.clock = clock;
        throttle.settings = settings;
        return throttle;
    }

    public static SignInAudit audit(AuditTrail trail, Clock clock) {
        SignInAudit audit = new SignInAudit();
        audit.trail = trail;
        audit.clock = clock;
        return audit;
    }
}
