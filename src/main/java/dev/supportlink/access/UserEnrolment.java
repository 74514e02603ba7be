package dev.supportlink.access;

import dev.supportlink.audit.AuditTrail;
import dev.supportlink.platform.text.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** Stores a new user together with the audit event about it. */
@ApplicationScoped
public class UserEnrolment {

    @Inject
    UserRepository repository;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** UserNameTaken when there is one of that name. The password is hashed before, outside of the transaction. */
    @Transactional
    public User enrol(String actor, UserName name, PasswordHash password, Set<RoleGrant> grants) {
        User user = new User(Ids.next(), name.text(), true, grants, 1, clock.instant());
        repository.add(user, password);
        audit.record(actor, "user-created", null, Map.of("user", user.name(), "roles", RoleGrant.words(grants)));
        return user;
    }
}
