package dev.supportlink.access;

import dev.supportlink.secret.Secret;
import dev.supportlink.testing.InMemoryConnections;
import dev.supportlink.testing.TestSettings;
import dev.supportlink.testing.TurnableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The feature's beans put together by hand, over memory and a clock that the test turns. */
final class AccessBeans {

    static final Secret PASSWORD = Secret.of("correct horse battery");
    static final String HERE = "192.0.2.7";

    final TurnableClock clock = new TurnableClock(Instant.parse("2026-11-23T10:00:00Z"));
    final InMemoryUsers repository = new InMemoryUsers();
    final InMemoryConnections connections = new InMemoryConnections();
    final RecordedAudit audit = new RecordedAudit();
    final CountingHasher hasher = new CountingHasher();
    final AccessSettings settings = new AccessSettings();
    final RememberedSignIns remembered = new RememberedSignIns();
    final SignInThrottle throttle = new SignInThrottle();
    final SignInAudit signInAudit = new SignInAudit();
    final UserEnrolment enrolment = new UserEnrolment();
    final Users users = new Users();
    final SignIn signIn = new SignIn();

    AccessBeans() {
        this(Map.of());
    }

    AccessBeans(Map<String, String> config) {
        settings.settings = TestSettings.of(config);
        remembered.clock = clock;
        remembered.settings = settings;
        throttle.clock = clock;
        throttle.settings = settings;
        signInAudit.trail = audit;
        signInAudit.clock = clock;
        enrolment.repository = repository;
        enrolment.audit = audit;
        enrolment.clock = clock;
        users.repository = repository;
        users.connections = connections;
        users.enrolment = enrolment;
        users.hasher = hasher;
        users.audit = audit;
        signIn.users = repository;
        signIn.hasher = hasher;
        signIn.remembered = remembered;
        signIn.throttle = throttle;
        signIn.audit = signInAudit;
    }

    User user(String name, RoleGrant... grants) {
        return users.create("test", name, PASSWORD, List.of(grants));
    }

    /** Counts how often the slow work was done. */
    static final class CountingHasher extends PasswordHasher {

        int checks;

        /** So few that tests do not wait for it. */
        CountingHasher() {
            super(10);
        }

        @Override
        boolean matches(Secret password, PasswordHash stored) {
            checks++;
            return super.matches(password, stored);
        }
    }
}
