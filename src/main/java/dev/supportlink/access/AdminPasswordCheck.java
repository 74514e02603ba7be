package dev.supportlink.access;

import dev.supportlink.platform.config.StartUpCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Refuses a first password that breaks the rules; once there is a user, nobody looks at it any more. */
@ApplicationScoped
public class AdminPasswordCheck implements StartUpCheck {

    @Inject
    UserRepository users;

    @Inject
    AccessSettings settings;

    @Override
    public List<String> problems() {
        return settings
                .adminPassword()
                .filter(given -> users.isEmpty())
                .flatMap(given -> PasswordRules.problem(FirstUser.NAME, given))
                .map(wrong -> "SUPPORTLINK_ADMIN_PASSWORD " + wrong + ".")
                .stream()
                .toList();
    }
}
