package dev.supportlink.access;

import dev.supportlink.audit.AuditTrail;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.connection.SetupType;
import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes users and gives them roles. */
@ApplicationScoped
public class Users implements UserRoles {

    @Inject
    UserRepository repository;

    @Inject
    ConnectionRepository connections;

    @Inject
    UserEnrolment enrolment;

    @Inject
    PasswordHasher hasher;

    @Inject
    AuditTrail audit;

    /** A new user; InvalidInput or UserNameTaken when it cannot be. */
    public User create(String actor, String name, Secret password, List<RoleGrant> grants) {
        List<FieldError> errors = new ArrayList<>(problemsOf(grants));
        PasswordRules.problem(name, password).ifPresent(wrong -> errors.add(new FieldError("password", wrong)));
        UserName.problem(name).ifPresent(wrong -> errors.add(new FieldError("name", wrong)));
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return enrolment.enrol(actor, new UserName(name), hasher.hash(password), Set.copyOf(grants));
    }

    /** By id or name; UserNotFound when there is none. */
    public User get(String idOrName) {
        return repository.find(idOrName).orElseThrow(() -> new UserNotFound(idOrName));
    }

    public Slice<User> list(PageRequest page) {
        return repository.list(page);
    }

    /** Gives a user, as it was read, these roles and no others. */
    @Transactional
    public User changeRoles(String actor, User user, List<RoleGrant> grants) {
        List<FieldError> errors = problemsOf(grants);
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        Set<RoleGrant> wanted = Set.copyOf(grants);
        if (!isOperator(wanted) && isOperator(user.grants()) && !repository.hasOtherOperator(user.id())) {
            throw new LastOperator();
        }
        return replace(actor, user, wanted, null);
    }

    @Override
    public boolean exists(String userName) {
        return repository.find(userName).isPresent();
    }

    @Override
    @Transactional
    public void grant(String userName, RoleGrant grant, String actor) {
        User user = get(userName);
        if (!user.grants().contains(grant)) {
            Set<RoleGrant> wanted = new HashSet<>(user.grants());
            wanted.add(grant);
            replace(actor, user, wanted, grant.connectionId());
        }
    }

    private User replace(String actor, User user, Set<RoleGrant> wanted, @Nullable String connection) {
        User changed = repository.replaceGrants(user, wanted);
        Map<String, String> detail = Map.of("user", user.name(), "roles", RoleGrant.words(wanted));
        audit.record(actor, "user-roles-changed", connection, detail);
        return changed;
    }

    private List<FieldError> problemsOf(List<RoleGrant> grants) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < grants.size(); i++) {
            String field = "roles[" + i + "].connection";
            problemOf(grants.get(i)).ifPresent(wrong -> errors.add(new FieldError(field, wrong)));
        }
        return errors;
    }

    private Optional<String> problemOf(RoleGrant grant) {
        String connection = grant.connectionId();
        if (connection == null) {
            return Optional.empty();
        }
        if (grant.role() == Role.OPERATOR) {
            return Optional.of("must be left out: an operator is one for all connections");
        }
        return connections
                .find(connection)
                .map(found -> problemOf(grant, found))
                .orElseGet(() -> Optional.of("is not the id of a connection"));
    }

    private static Optional<String> problemOf(RoleGrant grant, Connection connection) {
        return grant.role() == Role.ADMINISTRATOR && connection.setupType() == SetupType.INSIGHTS_ONLY
                ? Optional.of(
                        "names a connection for health and solutions only, where nobody can be administrator; give"
                                + " insights-user")
                : Optional.empty();
    }

    private static boolean isOperator(Set<RoleGrant> grants) {
        return grants.contains(new RoleGrant(Role.OPERATOR, null));
    }
}
