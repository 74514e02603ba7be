package dev.supportlink.access;

import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.secret.Secret;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the user {@code admin} as long as there is no user at all. A generated password is in its file before the user
 * exists, so that no crash can leave a user whose password nobody knows.
 */
@Startup
@Singleton
@DependsOn("DatabaseGuard")
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstUser {

    static final String NAME = "admin";
    private static final System.Logger LOG = System.getLogger(FirstUser.class.getName());

    @Inject
    UserRepository users;

    @Inject
    UserEnrolment enrolment;

    @Inject
    PasswordHasher hasher;

    @Inject
    AccessSettings settings;

    @Inject
    ServerSettings server;

    @PostConstruct
    void make() {
        if (users.isEmpty()) {
            Optional<Secret> given = settings.adminPassword();
            given.ifPresentOrElse(this::enrol, this::generate);
        }
    }

    private void generate() {
        PasswordFile file = PasswordFile.in(server.dataDirectory());
        Secret password = Secret.generate();
        file.write(password);
        if (enrol(password)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The first password of the user {0} is in {1}. Sign in, then delete the file.",
                    NAME,
                    file.path());
        } else {
            file.remove();
        }
    }

    /** False when another node was faster. */
    private boolean enrol(Secret password) {
        try {
            enrolment.enrol(
                    "start-up", new UserName(NAME), hasher.hash(password), Set.of(new RoleGrant(Role.OPERATOR, null)));
            return true;
        } catch (UserNameTaken otherNode) {
            return false;
        }
    }
}
