package dev.supportlink.access;

import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds out whether a name and a password belong to a user. */
@ApplicationScoped
public class SignIn {

    @Inject
    UserRepository users;

    @Inject
    PasswordHasher hasher;

    @Inject
    RememberedSignIns remembered;

    @Inject
    SignInThrottle throttle;

    @Inject
    SignInAudit audit;

    /**
     * The user behind name and password; throws SignInThrottled, SignInRefused or SignInBusy. The throttle comes before
     * everything: what is remembered would otherwise tell a guesser that a guess was right.
     *
     * @param address where the sign-in comes from
     */
    public SignedIn signIn(String name, Secret password, String address) {
        admit(name, address);
        Optional<StoredUser> stored = users.findForSignIn(name);
        User user = stored.map(StoredUser::user)
                .filter(found -> found.enabled() && remembered.knows(found, password))
                .orElseGet(() -> check(name, password, address, stored));
        return new SignedIn(user.name(), user.grants());
    }

    /** Looks at the throttle again when its turn comes: many guesses may have waited side by side. */
    private User check(String name, Secret password, String address, Optional<StoredUser> stored) {
        return hasher.inTurn(() -> {
            admit(name, address);
            PasswordHash hash = stored.map(StoredUser::password).orElseGet(hasher::nobody);
            boolean right = hasher.matches(password, hash);
            User user = stored.map(StoredUser::user)
                    .filter(found -> right && found.enabled())
                    .orElseThrow(() -> refused(name, address));
            remembered.remember(user, password);
            return user;
        });
    }

    private void admit(String name, String address) {
        try {
            throttle.admit(name, address);
        } catch (SignInThrottled tooMany) {
            audit.throttled(name, address);
            throw tooMany;
        }
    }

    private SignInRefused refused(String name, String address) {
        throttle.failed(name, address);
        audit.refused(name, address);
        return new SignInRefused();
    }
}
