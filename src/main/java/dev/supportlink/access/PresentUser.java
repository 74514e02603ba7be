package dev.supportlink.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the user of one request between sign-in and the resources. */
@RequestScoped
public class PresentUser {

    @Nullable
    SignedIn user;

    /** Called once, by whatever signed the user in. */
    public void set(SignedIn signedIn) {
        user = signedIn;
    }

    /** The user; empty when nobody signed in. */
    public Optional<SignedIn> get() {
        return Optional.ofNullable(user);
    }
}
